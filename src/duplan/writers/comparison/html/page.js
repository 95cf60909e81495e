"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const show = (node, state) => { node.hidden = !state; };
  const main = one("#main");
  const panel = one("#chosen");
  const status = one("#status");
  const buttons = all("#filters button");
  const items = all("#main li[data-change]");
  const sections = all(".part").map((node) => ({ node, svg: one("svg", node), items: all("li[data-change]", node) }));
  const svgNames = "http://www.w3.org/2000/svg";
  const isOld = (item) => item.parentNode.classList.contains("old");

  // What belongs together: the items of a change, old and new, and the lines between them.
  const changes = new Map();
  for (const item of items) {
    const number = item.dataset.change;
    if (!changes.has(number)) changes.set(number, { verdict: item.dataset.verdict, old: [], new: [], lines: [] });
    changes.get(number)[isOld(item) ? "old" : "new"].push(item);
  }
  const changeOf = (item) => changes.get(item.dataset.change);
  let chosen = null;

  for (const { svg, items: own } of sections) {
    for (const change of new Set(own.map(changeOf))) {
      for (const from of change.old) {
        for (const to of change.new) {
          const path = document.createElementNS(svgNames, "path");
          path.setAttribute("class", change.verdict);
          svg.append(path);
          change.lines.push({ path, from, to, svg });
        }
      }
    }
  }

  // Partners that follow each other in both plans stand at the same height.
  const anchors = (before, after) => {
    const places = new Map(after.map((item, at) => [item, at]));
    const pairs = before.map((item, at) => [at, places.get(changeOf(item).new[0])])
      .filter(([at, place]) => place !== undefined && changeOf(before[at]).old[0] === before[at]);
    const ends = [];
    const links = pairs.map(() => -1);
    pairs.forEach(([, place], number) => {
      let length = 0;
      while (length < ends.length && pairs[ends[length]][1] < place) length += 1;
      links[number] = length ? ends[length - 1] : -1;
      ends[length] = number;
    });
    const chain = [];
    for (let number = ends.at(-1) ?? -1; number >= 0; number = links[number]) chain.unshift(pairs[number]);
    return chain;
  };

  const align = () => {
    for (const item of items) item.style.marginTop = "";
    const pushed = [];
    for (const { items: own } of sections) {
      const [before, after] = [true, false].map((old) => own.filter((item) => !item.hidden && isOld(item) === old));
      if (!before.length || !after.length) continue;
      const top = (item) => item.getBoundingClientRect().top;
      let down = 0;
      for (const [from, to] of anchors(before, after)) {
        const off = top(after[to]) - top(before[from]) + down;
        if (off > 0) pushed.push([before[from], off]);
        if (off < 0) pushed.push([after[to], -off]);
        down -= off;
      }
    }
    for (const [item, off] of pushed) item.style.marginTop = `${off}px`;
  };

  const draw = () => {
    align();
    const measured = [];
    for (const change of changes.values()) {
      for (const { path, from, to, svg } of change.lines) {
        if (from.hidden || to.hidden) {
          measured.push([path, ""]);
          continue;
        }
        const [start, end] = [one(".card", from).getBoundingClientRect(), one(".card", to).getBoundingClientRect()];
        const frame = svg.getBoundingClientRect();
        const x = [from.getBoundingClientRect().right - frame.left, to.getBoundingClientRect().left - frame.left];
        const y = [start, end].map((box) => (box.top + box.bottom) / 2 - frame.top);
        const middle = (x[0] + x[1]) / 2;
        measured.push([path, `M${x[0]} ${y[0]}C${middle} ${y[0]} ${middle} ${y[1]} ${x[1]} ${y[1]}`]);
      }
    }
    for (const [path, course] of measured) path.setAttribute("d", course);
  };

  const pressed = () => new Set(buttons.filter((node) => node.getAttribute("aria-pressed") === "true")
    .map((node) => node.dataset.verdict));

  const apply = () => {
    const wanted = pressed();
    const fits = (verdict) => !wanted.size || wanted.has(verdict);
    for (const item of items) show(item, fits(item.dataset.verdict));
    for (const { node, items: own } of sections) show(node, own.some((item) => !item.hidden));
    const shown = [...changes.values()].filter((change) => fits(change.verdict)).length;
    const names = buttons.filter((node) => wanted.has(node.dataset.verdict)).map((node) => one("span", node).textContent);
    status.textContent = wanted.size
      ? [status.dataset.shown.replace("{shown}", shown), ...names].join(" · ") : status.dataset.all;
    show(one("#clear"), wanted.size > 0);
    show(one("#nothing"), shown === 0);
    if (chosen && !fits(chosen.verdict)) choose(null);
    draw();
  };

  const fill = (list, sides) => {
    list.replaceChildren(...sides.map((item) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${item.id}`;
      link.append(...[...one(".title", item).childNodes].map((node) => node.cloneNode(true)));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        item.scrollIntoView({ block: "center" });
        one(".card", item).focus({ preventScroll: true });
      });
      const time = one(".when", item);
      if (time) line.append(`${time.textContent} `);
      line.append(link);
      return line;
    }));
    if (!sides.length) {
      const line = document.createElement("li");
      line.className = "none";
      line.textContent = list.dataset.none;
      list.append(line);
    }
  };

  const choose = (change) => {
    if (chosen) {
      for (const item of [...chosen.old, ...chosen.new]) {
        item.classList.remove("chosen");
        one(".card", item).removeAttribute("aria-current");
      }
      for (const { path } of chosen.lines) path.classList.remove("chosen");
    }
    chosen = change;
    main.classList.toggle("choosing", Boolean(change));
    show(panel, Boolean(change));
    if (!change) return;
    const sides = [...change.old, ...change.new];
    for (const item of sides) {
      item.classList.add("chosen");
      one(".card", item).setAttribute("aria-current", "true");
    }
    for (const { path } of change.lines) path.classList.add("chosen");
    panel.className = `screen ${change.verdict}`;
    one(".tag", panel).textContent = one(".tag", sides[0]).textContent;
    const [before, after] = all(".titles", panel);
    fill(before, change.old);
    fill(after, change.new);
    const reasons = sides.flatMap((item) => all(".reasons li", item));
    one(".reasons", panel).replaceChildren(...reasons.map((node) => node.cloneNode(true)));
    show(one(".reasons", panel), reasons.length > 0);
  };

  const near = (item, state) => {
    for (const { path } of changeOf(item).lines) path.classList.toggle("near", state);
  };

  const focus = (item) => item && one(".card", item).focus();

  const move = (item, key) => {
    const column = items.filter((each) => !each.hidden && isOld(each) === isOld(item));
    const at = column.indexOf(item);
    const change = changeOf(item);
    switch (key) {
      case "ArrowDown": return column[at + 1];
      case "ArrowUp": return column[at - 1];
      case "ArrowLeft": return isOld(item) ? null : change.old[0];
      case "ArrowRight": return isOld(item) ? change.new[0] : null;
      default: return undefined;
    }
  };

  for (const item of items) {
    const card = one(".card", item);
    card.addEventListener("click", (event) => {
      event.preventDefault();
      choose(chosen === changeOf(item) ? null : changeOf(item));
    });
    card.addEventListener("keydown", (event) => {
      const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : move(item, event.key);
      if (target === undefined) return;
      event.preventDefault();
      focus(target);
    });
    for (const kind of ["pointerenter", "focusin"]) item.addEventListener(kind, () => near(item, true));
    for (const kind of ["pointerleave", "focusout"]) item.addEventListener(kind, () => near(item, false));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  for (const button of buttons) {
    const count = items.filter((item) => item.dataset.verdict === button.dataset.verdict).length;
    button.disabled = count === 0;
    button.classList.toggle("none", one("b", button).textContent === "0");
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  one("#clear").addEventListener("click", () => {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    apply();
  });
  one("#close").addEventListener("click", () => choose(null));
  one("#print").addEventListener("click", () => print());
  show(one("#print"), true);
  show(one("#how"), items.length > 0);
  document.documentElement.classList.add("drawn");
  new ResizeObserver(draw).observe(main);
  draw();
})();
