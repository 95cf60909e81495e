"""Where results go: standard output, a file, or a folder with a file for each document."""

from __future__ import annotations

import os
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Protocol

from duplan.cli.colour import paint_yaml
from duplan.cli.console import Console, Refusal, clean
from duplan.cli.inputs import Input


class Sink(Protocol):
    """Takes the text of one document after the other; False where it could not be written."""

    def put(self, each: Input, text: str) -> bool:
        """Take what was made of an input."""

    def close(self) -> bool:
        """Finish; nothing more comes."""


def open_sink(
    console: Console,
    inputs: Sequence[Input],
    output: str | None,
    suffix: str,
    separator: str | None,
) -> Sink:
    """Choose by what -o says; ``separator`` stands between documents, None: they can't share a file.

    Raises Refusal where the inputs can't go there.
    """
    if output is not None:
        _refuse_below_file(Path(output) / "_" if is_folder(output) else Path(output))
    if output is not None and is_folder(output):
        return _Folder(console, plan_targets(Path(output), inputs, suffix))
    if len(inputs) > 1 and separator is None:
        raise Refusal("usage.several")
    if output is None:
        return _Stream(console, suffix, separator or "")
    refuse_input(Path(output), inputs)
    return _File(console, Path(output), separator or "")


@dataclass(slots=True)
class _Stream:
    console: Console
    suffix: str
    separator: str
    between: str = ""

    def put(self, each: Input, text: str) -> bool:  # noqa: ARG002
        text = self.between + text
        self.between = self.separator
        if self.console.coloured and self.suffix == ".yaml":
            self.console.write(paint_yaml(clean(text, lines=True)), styled=True)
        else:
            self.console.write(text)
        return True

    def close(self) -> bool:
        return True


@dataclass(slots=True)
class _File:
    console: Console
    target: Path
    separator: str
    texts: list[str] = field(default_factory=list)

    def put(self, each: Input, text: str) -> bool:  # noqa: ARG002
        self.texts.append(text)
        return True

    def close(self) -> bool:
        return not self.texts or save(self.console, self.target, self.separator.join(self.texts))


@dataclass(slots=True)
class _Folder:
    console: Console
    targets: dict[Input, Path]

    def put(self, each: Input, text: str) -> bool:
        return save(self.console, self.targets[each], text)

    def close(self) -> bool:
        return True


def save(console: Console, target: Path, text: str | bytes) -> bool:
    """Write the file, or say in one line why it can't be written."""
    try:
        write_file(target, text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        console.complain(str(target), console.say("cannot-write", reason=reason))
        return False
    return True


def is_folder(target: str) -> bool:
    """Whether -o names a folder: one that is there, or a name that ends in a separator."""
    separators = tuple(filter(None, (os.sep, os.altsep)))
    return target.endswith(separators) or Path(target).is_dir()


def plan_targets(folder: Path, inputs: Sequence[Input], suffix: str) -> dict[Input, Path]:
    """A path below the folder for each input: its name with another suffix, subfolders kept.

    Inputs that differ in their suffix only keep it (计划.docx.yaml, 计划.txt.yaml). Raises Refusal
    where two would still share a path (also by case only), or where one is an input itself.
    """
    short = [folder / each.name.with_suffix(suffix) for each in inputs]
    shared = [_key(path) for path in short]
    targets: dict[Input, Path] = {}
    owners: dict[str, Input] = {}
    for each, path in zip(inputs, short, strict=True):
        if shared.count(_key(path)) > 1:
            path = folder / _appended(each.name, suffix)
        other = owners.setdefault(_key(path), each)
        if other is not each:
            raise Refusal(
                "usage.same-target", first=other.shown, second=each.shown, target=str(path)
            )
        targets[each] = path
    for path in targets.values():
        refuse_input(path, inputs)
    return targets


def refuse_input(target: Path, inputs: Sequence[Input]) -> None:
    """Raise Refusal where the target is one of the documents to read."""
    if target.exists() and any(
        each.path and each.path.exists() and target.samefile(each.path) for each in inputs
    ):
        raise Refusal("usage.onto-input", target=str(target))


def _refuse_below_file(target: Path) -> None:
    """Raise Refusal where a folder that the target is to stand in is a file."""
    there = next((path for path in target.absolute().parents if path.exists()), None)
    if there and not there.is_dir():
        raise Refusal("usage.no-folder", target=str(there))


def _appended(name: PurePath, suffix: str) -> PurePath:
    return name.with_name(name.name + suffix)


def _key(path: Path) -> str:
    """Equal for paths that some file system takes for one."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def write_file(target: Path, text: str | bytes) -> None:
    """Write bytes, or text in UTF-8, so that the file is there whole or not at all. Raises OSError."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if target.exists() and not target.is_file():  # a device or a pipe
        target.write_bytes(data)
        return
    target = Path(os.path.realpath(target))  # a link stays a link
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".duplan-{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
