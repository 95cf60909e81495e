"""A real browser for tests of pages: Chromium without a window, driven over a pipe.

The protocol is the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/): JSON
separated by NUL, read by the browser from file descriptor 3 and written to 4.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 60  # seconds without a word after which the browser counts as hung
_KEYS = {
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    "Escape": (27, ""),
    "Space": (32, " "),
    "ArrowLeft": (37, ""),
    "ArrowUp": (38, ""),
    "ArrowRight": (39, ""),
    "ArrowDown": (40, ""),
}


def program() -> str | None:
    """The browser that is installed."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


needs_browser = pytest.mark.skipif(
    program() is None or not hasattr(os, "posix_spawn"),
    reason="no Chromium to open the page in",
)


@contextmanager
def opened(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile that resolves no name and goes away at the end."""
    path = program()
    assert path is not None
    commands, to_browser = map(_above_standard, os.pipe())
    from_browser, answers = map(_above_standard, os.pipe())
    arguments = [
        path,
        "--headless=new",
        "--remote-debugging-pipe",
        f"--user-data-dir={profile}",
        "--no-first-run",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--lang=zh-CN",
        *(["--no-sandbox"] if os.geteuid() == 0 else []),
    ]
    nowhere = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    ends = [(os.POSIX_SPAWN_DUP2, commands, 3), (os.POSIX_SPAWN_DUP2, answers, 4)]
    process = os.posix_spawn(path, arguments, os.environ, file_actions=[nowhere, *ends])
    os.close(commands)
    os.close(answers)
    browser = Browser(to_browser, from_browser)
    try:
        yield browser
        browser.ask("Browser.close")
    except BaseException:
        os.kill(process, signal.SIGKILL)
        raise
    finally:
        os.waitpid(process, 0)
        os.close(to_browser)
        os.close(from_browser)


def _above_standard(descriptor: int) -> int:
    """The same pipe under a number that 3 and 4 don't overwrite."""
    import fcntl

    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved


class Browser:
    """The two ends of the pipe; ``events`` are what it told unasked."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """The result of a command. Raises RuntimeError where the browser refuses it."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": params}
        data = json.dumps(order | ({"sessionId": session} if session else {})).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        while (answer := self._message()).get("id") != self._number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, method: str, session: str) -> None:
        """Read on until the event has come; it is told once."""
        seen = iter(self.events)
        while (event := next(seen, None) or self._told())["method"] != method or (
            event.get("sessionId") != session
        ):
            pass
        self.events.remove(event)

    def _told(self) -> dict[str, Any]:
        self.events.append(self._message())
        return self.events[-1]

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._from], [], [], _PATIENCE)[0]:
                raise TimeoutError("the browser says nothing")
            read = os.read(self._from, 1 << 20)
            if not read:
                raise EOFError("the browser went away")
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def page(self, path: Path, **settings: Any) -> Page:
        """A new tab with the file."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session, path, **settings)


class Page:
    """A tab with a file opened in it.

    ``today`` is the day that the page believes it is (ISO), ``scripted`` whether scripts run, ``dark``
    what the reader prefers; ``width`` and ``height`` are in CSS pixels.
    """

    def __init__(
        self,
        browser: Browser,
        session: str,
        path: Path,
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        scripted: bool = True,
        today: str = "2020-09-15",
    ) -> None:
        self._browser, self._session = browser, session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripted)
        day = (
            "const Real = Date; globalThis.Date = class extends Real {"
            f" constructor(...given) {{ super(...(given.length ? given : ['{today}T12:00:00'])); }} }};"
        )
        self.ask("Page.addScriptToEvaluateOnNewDocument", source=day)
        self.ask("Page.navigate", url=path.as_uri())
        browser.wait("Page.loadEventFired", session)

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """A command to this tab."""
        return self._browser.ask(method, self._session, **params)

    def value(self, expression: str) -> Any:
        """The value of an expression in the page, as JSON. Raises RuntimeError where it throws."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def texts(self, selector: str) -> list[str]:
        """The texts, as shown, of the elements that are shown."""
        found: list[str] = self.value(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            ".filter(each => each.checkVisibility()).map(each => each.innerText.trim())"
        )
        return found

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of the first such element."""
        box = self.value(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            " found.scrollIntoView({block: 'center'}); const box = found.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask(
                "Input.dispatchMouseEvent",
                type=kind,
                x=box[0],
                y=box[1],
                button="left",
                clickCount=1,
            )

    def press(self, *keys: str) -> None:
        """Press and release keys: those of ``_KEYS``."""
        for key in keys:
            code, text = _KEYS[key]
            name = " " if key == "Space" else key
            about = {"key": name, "code": key, "windowsVirtualKeyCode": code}
            down = "keyDown" if text else "rawKeyDown"
            self.ask("Input.dispatchKeyEvent", type=down, **about, text=text)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.ask("Input.insertText", text=text)

    @property
    def requests(self) -> list[str]:
        """The addresses that the page asked for, its own left out."""
        sent = self._told("Network.requestWillBeSent")
        asked = [each["request"]["url"] for each in sent]
        return [url for each, url in zip(sent, asked, strict=True) if url != each["documentURL"]]

    @property
    def complaints(self) -> list[str]:
        """What went wrong or ran that should not: errors, messages of the console, dialogs."""
        return [
            *(each["entry"]["text"] for each in self._told("Log.entryAdded")),
            *(str(each["args"]) for each in self._told("Runtime.consoleAPICalled")),
            *(each["exceptionDetails"]["text"] for each in self._told("Runtime.exceptionThrown")),
            *(each["message"] for each in self._told("Page.javascriptDialogOpening")),
        ]

    def _told(self, method: str) -> list[dict[str, Any]]:
        self.value("0")  # what was said before has been read once this is answered
        return [
            event["params"]
            for event in self._browser.events
            if event["method"] == method and event.get("sessionId") == self._session
        ]

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Save what is seen, or the whole page, as PNG."""
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def printed(self) -> bytes:
        """The page as PDF, on the paper that its style asks for."""
        made = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(made["data"])
