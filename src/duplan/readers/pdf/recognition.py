"""Words in pictures of pages, where the extra ``ocr`` is installed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from duplan.readers.file import File
from duplan.readers.pdf.glyphs import Glyph, Sheet
from duplan.readers.pdf.pages import Box, Picture, draw_pages
from duplan.readers.pdf.spacing import is_solid
from duplan.readers.pdf.strokes import rules_of

SURE = 0.5  # the least likelihood of a line that is kept
NARROW = 64  # pixels below which a page has no words
SLIM = 12  # times as long as wide: no page either
ALIKE = 0.3  # of the usual height of lines: what others may differ by
_FOOT = 0.18  # of a line's height: how far its characters stand above its lower end
_SIZE = 0.85  # of a line's height: the size of its characters
_TASKS = {"Det": "*det*.onnx", "Cls": "*cls*.onnx", "Rec": "*rec*.onnx"}


def recognise(file: File, pages: Sequence[Sheet]) -> bool:
    """Puts the words that pictures of the pages show in their places; whether it could try.

    The models are those that the package brings along; nothing is fetched. Raises as
    ``pages.draw_pages`` does.
    """
    models = _models() if pages else {}
    if not models:
        return False
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical", **models})
    pictures = draw_pages(file, [page.number - 1 for page in pages])
    for page, picture in zip(pages, pictures, strict=True):
        scale = max(page.width, page.height) / max(picture.width, picture.height)
        page.width, page.height = picture.width * scale, picture.height * scale
        page.glyphs = list(_glyphs(list(_read(engine, picture)), scale))
        page.rules = [_scaled(rule, scale) for rule in rules_of(picture)]
        page.recognised = bool(page.glyphs)
        page.unknown = 0 if page.glyphs else page.unknown
    return True


def _models() -> dict[str, str]:
    """Where the models lie, by the names of rapidocr's parameters; empty where one is missing."""
    package = find_spec("rapidocr")
    if package is None or package.origin is None or find_spec("onnxruntime") is None:
        return {}
    folder = Path(package.origin).parent / "models"
    found = {f"{task}.model_path": sorted(folder.glob(name)) for task, name in _TASKS.items()}
    if not all(found.values()):
        return {}
    return {name: os.fspath(files[0]) for name, files in found.items()}


def _scaled(box: Box, scale: float) -> Box:
    left, top, right, bottom = box
    return left * scale, top * scale, right * scale, bottom * scale


Found = tuple[str, float, float, float, float]  # text, left, top, right, bottom in pixels


def _read(engine: Any, picture: Picture) -> Iterator[Found]:
    import numpy

    short, long = sorted((picture.width, picture.height))
    if short < NARROW or long > SLIM * short:  # rapidocr would enlarge it beyond measure
        return
    grey = numpy.frombuffer(picture.grey, dtype=numpy.uint8)
    grey = grey.reshape(picture.height, picture.width)
    answer = engine(numpy.stack([grey, grey, grey], axis=-1))
    if answer.boxes is None or answer.txts is None:
        return
    for box, text, score in zip(answer.boxes, answer.txts, answer.scores, strict=True):
        xs, ys = [float(point[0]) for point in box], [float(point[1]) for point in box]
        if score >= SURE and text.strip():
            yield text, min(xs), min(ys), max(xs), max(ys)


def _glyphs(found: Sequence[Found], scale: float) -> Iterator[Glyph]:
    """The characters of lines, spread evenly over their boxes; ``scale`` is points a pixel.

    Lines of about the usual height count as of one size.
    """
    usual = median(bottom - top for *_, top, _, bottom in found) if found else 0.0
    for text, left, top, right, bottom in found:
        widths = [1.0 if is_solid(char) else 0.5 for char in text]
        step = (right - left) / sum(widths)
        high = (bottom - top) * scale
        same = abs(bottom - top - usual) < ALIKE * usual
        size = _SIZE * (usual * scale if same else high)
        x, foot = left, bottom * scale - _FOOT * high
        for char, width in zip(text, widths, strict=True):
            end = x + step * width
            yield Glyph(char, x * scale, end * scale, top * scale, foot, size, False)
            x = end
