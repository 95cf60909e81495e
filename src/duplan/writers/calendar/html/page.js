"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = one("#filters");
  const status = one("#status");
  const gantt = one("#gantt");
  const peak = Number(one("#glance").dataset.peak);
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const month = `${now.getFullYear()}-${two(now.getMonth() + 1)}`;
  const today = `${month}-${two(now.getDate())}`;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const sections = all("#main .month").map((node) => ({
    node,
    month: node.dataset.month,
    count: one("h3 small", node),
    rows: all("li", node).map((item) => ({
      item,
      kind: item.classList[0],
      due: item.classList.contains("due"),
      past: Boolean(item.dataset.end) && item.dataset.end < today,
      dated: Boolean(item.dataset.end),
      work: item.dataset.work,
      issuer: item.dataset.issuer,
      units: item.dataset.units ? item.dataset.units.split(" ") : [],
      text: null,
    })),
  }));
  const rows = sections.flatMap((section) => section.rows);
  const lines = gantt ? all("li", gantt) : [];
  const chart = gantt && one("details", gantt);

  // Links of the year at a glance become buttons that filter.
  const loads = all("a.load").map((link) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.dataset.month = link.dataset.month;
    button.dataset.load = link.dataset.load;
    button.setAttribute("aria-label", link.getAttribute("aria-label"));
    button.append(...link.childNodes);
    link.replaceWith(button);
    return button;
  });
  const quick = Object.fromEntries(all("[data-quick]").map((node) => [node.dataset.quick, node]));
  const pressed = (node) => node.getAttribute("aria-pressed") === "true";
  const press = (node, state) => node.setAttribute("aria-pressed", String(state));

  const asked = () => ({
    month: form.month.value,
    issuer: form.issuer.value,
    unit: form.unit.value,
    kind: form.kind.value,
    words: plain(form.words.value).split(/\s+/).filter(Boolean),
    due: pressed(quick.due),
    past: pressed(quick.past),
  });

  const said = (row, words) => {
    row.text ??= plain(row.item.textContent);
    return words.every((word) => row.text.includes(word));
  };

  const fits = (row, want) =>
    (!want.issuer || row.issuer === want.issuer) &&
    (!want.unit || (want.unit === "nobody" ? !row.units.length : row.units.includes(want.unit))) &&
    (!want.kind || row.kind === want.kind) &&
    (!want.due || row.due) &&
    (!want.past || row.past) &&
    (!want.words.length || said(row, want.words));

  const show = (node, state) => {
    if (node.hidden === state) node.hidden = !state;
  };

  const apply = () => {
    const want = asked();
    const works = new Set();
    const counts = new Map();
    let total = 0;
    for (const section of sections) {
      const count = { schedule: 0, task: 0, goal: 0 };
      const open = !want.month || want.month === section.month;
      let shown = 0;
      for (const row of section.rows) {
        const fit = fits(row, want);
        if (fit) count[row.kind] += 1;
        show(row.item, fit && open);
        if (!fit || !open) continue;
        works.add(row.work);
        shown += 1;
      }
      counts.set(section.month, count);
      section.count.textContent = fill(status.dataset.count, { count: shown });
      show(section.node, shown > 0);
      total += shown;
    }
    tell(want, total);
    draw(counts, want.month);
    drawLines(works);
  };

  const tell = (want, total) => {
    const chosen = all("select", form).filter((node) => node.value)
      .map((node) => node.selectedOptions[0].dataset.name);
    const also = [quick.due, quick.past].filter(pressed).map((node) => node.textContent);
    const typed = form.words.value.trim();
    const names = [...chosen, ...also, ...(typed ? [`“${typed}”`] : [])];
    const sentence = fill(status.dataset.shown, { shown: total, all: rows.length });
    status.textContent = names.length ? [sentence, ...names].join(" · ") : status.dataset.all;
    show(one("#clear"), names.length > 0);
    show(one("#nothing"), total === 0);
    show(one("#main .columns"), total > 0);
    press(quick["this-month"], want.month === month);
    press(quick.nobody, want.unit === "nobody");
  };

  const draw = (counts, chosen) => {
    for (const button of loads) {
      const count = counts.get(button.dataset.month) ?? { schedule: 0, task: 0, goal: 0 };
      let above = peak;
      let sum = 0;
      for (const rect of all("rect", button)) {
        const height = count[rect.classList[0]];
        above -= height;
        sum += height;
        rect.setAttribute("y", above);
        rect.setAttribute("height", height);
      }
      one("b", button).textContent = sum;
      button.setAttribute("aria-label", fill(button.dataset.load, { count: sum, ...count }));
      press(button, button.dataset.month === chosen);
    }
  };

  const drawLines = (works) => {
    if (!gantt) return;
    for (const line of lines) show(line, works.has(line.dataset.work));
    for (const year of all(".year", gantt)) show(year, Boolean(one("li:not([hidden])", year)));
    show(gantt, works.size > 0);
    const limit = Number(gantt.dataset.limit);
    const summary = one("summary", gantt);
    const few = works.size <= limit;
    summary.textContent = fill(few ? summary.dataset.few : summary.dataset.many,
      { count: works.size, limit });
    if (rows.length && lines.length > limit) chart.open = few;
  };

  const choose = (select, value) => {
    select.value = select.value === value ? "" : value;
    apply();
  };

  const reveal = (line) => {
    const row = rows.find((each) => each.work === line.dataset.work && !each.item.hidden);
    one("details", row.item).open = true;
    row.item.scrollIntoView({ block: "center" });
    one("summary", row.item).focus({ preventScroll: true });
  };

  for (const button of loads) {
    button.addEventListener("click", () => {
      choose(form.month, button.dataset.month);
      if (status.getBoundingClientRect().top > innerHeight) one("#main").scrollIntoView();
    });
  }
  for (const line of lines) {
    one("a", line).addEventListener("click", (event) => {
      event.preventDefault();
      reveal(line);
    });
  }
  quick["this-month"].addEventListener("click", () => choose(form.month, month));
  quick.nobody.addEventListener("click", () => choose(form.unit, "nobody"));
  for (const button of [quick.due, quick.past]) {
    button.addEventListener("click", () => {
      press(button, !pressed(button));
      apply();
    });
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of all("select, input", form)) field.value = "";
    for (const button of [quick.due, quick.past]) press(button, false);
    apply();
    form.words.focus();
  });
  const unfold = one("#unfold");
  const names = [unfold.textContent, unfold.dataset.close];
  unfold.addEventListener("click", () => {
    const state = unfold.textContent === names[0];
    unfold.textContent = names[Number(state)];
    for (const row of rows) if (!row.item.hidden) one("details", row.item).open = state;
  });
  one("#print").addEventListener("click", () => print());

  // What only a reader's own day tells: this month, and what is past while other work is not.
  const past = rows.filter((row) => row.past).length;
  show(quick["this-month"], sections.some((section) => section.month === month));
  show(quick.past, past > 0 && past < rows.filter((row) => row.dated).length);
  show(one("#print"), true);
  show(form, rows.length > 0);
  for (const button of loads) press(button, false);
})();
