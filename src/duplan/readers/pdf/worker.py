"""Runs PDFium over one file, in a process of its own: a script, never imported.

    python worker.py FOLDER read PAGES SECONDS MEMORY < FILE
    python worker.py FOLDER draw PIXELS SECONDS MEMORY PAGE ... < FILE

``FOLDER`` holds the package pypdfium2_raw. PDFium is compiled code that hostile files may crash or
keep busy; here it can only end this process. Where the system can, a page may take ``SECONDS`` of
processor time and everything ``MEMORY`` bytes more than the process has at its start.

Answers on standard output are one line of JSON each, followed by as many bytes as it announces.
``read``: ``{"pages": n}``, then for each of at most ``PAGES`` pages its boxes, in points of the
page's own space (y upwards); see ``_page``. ``draw``: of each page named, from 0, its picture in
grey. ``{"error": n}`` is FPDF_GetLastError where the file can't be opened.
"""

from __future__ import annotations

import ctypes
import json
import math
import signal
import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

sys.path.append(sys.argv[1])

import pypdfium2_raw as pdfium

PACE = 100_000  # bytes of a file for which its pages may take a second of processor time
MAX_OBJECTS = 30_000  # of a page that are looked at for drawn lines
MAX_SEGMENTS = 64  # of one path; what has more is a drawing, unless it is all thin
MAX_NOTE = 4_096  # UTF-16 units of a comment
TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5  # FPDF_PAGEOBJ_*
TEXT_NOTE, LINK, POPUP = 1, 2, 16  # FPDF_ANNOT_*
MARKS = (9, 10, 11, 12)  # FPDF_ANNOT_: highlight, underline, squiggly, strikeout
LEVEL = 0.02  # radians that a level line of text may be off

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


def main() -> None:
    """What the command line asks for."""
    action, bound, seconds, memory = sys.argv[2], *map(int, sys.argv[3:6])
    _limit_memory(memory)
    data = sys.stdin.buffer.read()
    _limit_time(seconds + len(data) // (32 << 20))
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        _say({"error": pdfium.FPDF_GetLastError()})
    elif action == "read":
        pages = pdfium.FPDF_GetPageCount(document)
        _say({"pages": pages})
        for number in range(min(pages, bound)):
            _limit_time(min(seconds, 1 + len(data) / PACE - process_time()))
            _page(document, number)
    else:
        for number in map(int, sys.argv[6:]):
            _limit_time(seconds)
            _draw(document, number, bound)


def _limit_memory(size: int) -> None:
    """Bounds what is taken beyond what the process has mapped already, where Linux tells that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + size, mapped + size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """From now on; the signal's own action ends the process, also inside of PDFium."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))


def _say(values: dict[str, Any], *parts: bytes) -> None:
    out = sys.stdout.buffer
    out.write(json.dumps(values).encode() + b"\n")
    for part in parts:
        out.write(part)
    out.flush()


def _page(document: Any, number: int) -> None:
    """Says ``{"chars": n, ...}`` and gives n code points (UTF-32), n numbers of styles and n times
    left, bottom, right, top, and the x and y of the origin, all of 4 bytes in the system's order."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        _say({"chars": 0, "failed": True})
        return
    notes, shown = _notes(page)
    if shown and pdfium.FPDFPage_Flatten(page, 0) == 1:  # forms that are filled in, typed notes
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, number)
    text = pdfium.FPDFText_LoadPage(page)
    styles, chars, kinds, places = _characters(text)
    rules, fills, pictures = _drawn(page)
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    values = {
        "box": [box.left, box.bottom, box.right, box.top],
        "styles": styles,
        "rules": rules,
        "fills": fills,
        "pictures": pictures,
        "notes": notes,
        "chars": len(chars),
    }
    _say(values, chars.tobytes(), kinds.tobytes(), places.tobytes())
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)


def _notes(page: Any) -> tuple[list[str], bool]:
    """The comments on a page, and whether it has other things that lie upon it."""
    notes, shown = [], False
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1_000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == TEXT_NOTE or kind in MARKS:
            buffer = (ctypes.c_ushort * MAX_NOTE)()
            pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, MAX_NOTE * 2)
            note = bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
            notes.append(note)
        elif kind not in (LINK, POPUP):
            shown = True
        pdfium.FPDFPage_CloseAnnot(annotation)
    return [note for note in notes if note.strip()], shown


def _characters(text: Any) -> tuple[list[Any], array[int], array[int], array[float]]:
    """The styles, and of each character its code point, its style and its place."""
    styles: dict[tuple[Any, ...], int] = {}
    style_of: dict[int | None, tuple[int, bool]] = {}
    fonts: dict[int, str] = {}
    chars, kinds, places = array("I"), array("I"), array("f")
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    is_generated, unicode_of = pdfium.FPDFText_IsGenerated, pdfium.FPDFText_GetUnicode
    object_of, origin_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetCharOrigin
    loose_box, tight_box = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharBox
    address_of = ctypes.addressof
    for at in range(pdfium.FPDFText_CountChars(text)):
        if is_generated(text, at) == 1:
            continue
        owner = object_of(text, at)
        key = address_of(owner.contents) if owner else None
        known = style_of.get(key)
        if known is None:
            style = _style(text, at, owner, fonts)
            number = styles.setdefault(style, len(styles))
            known = style_of[key] = number, abs(style[4]) < LEVEL
        number, level = known
        code = unicode_of(text, at)
        if pdfium.FPDFText_HasUnicodeMapError(text, at) == 1:
            code = 0xFFFD
        chars.append(code)
        kinds.append(number)
        origin_of(text, at, x, y)
        if level and loose_box(text, at, box):
            places.extend((box.left, box.bottom, box.right, box.top, x.value, y.value))
        else:
            tight_box(text, at, left, right, bottom, top)
            places.extend((left.value, bottom.value, right.value, top.value, x.value, y.value))
    return list(styles), chars, kinds, places


def _style(text: Any, at: int, owner: Any, fonts: dict[int, str]) -> tuple[Any, ...]:
    """(font, points, weight, render mode, angle in radians, colour) of a text object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    size = round(pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d), 1)
    angle = round(math.atan2(matrix.b, matrix.a), 3)
    weight = pdfium.FPDFText_GetFontWeight(text, at)
    if not owner:
        return "", size, weight, 0, angle, 0
    font = pdfium.FPDFTextObj_GetFont(owner)
    name = ""
    if font:
        key = ctypes.addressof(font.contents)
        if key not in fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            fonts[key] = buffer.value.decode("utf-8", "replace")
        name = fonts[key]
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    return name, size, weight, mode, angle, _colour(owner)


def _colour(owner: Any) -> int:
    """What a text or an area is filled with; white where it can't be seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(owner, red, green, blue, alpha):
        return 0
    return 0xFFFFFF if alpha.value == 0 else red.value << 16 | green.value << 8 | blue.value


def _objects(page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """Every object of a page but text, with its type and the matrix of the form that holds it."""
    left = MAX_OBJECTS
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    stack = [(get, page, iter(range(count(page))), UNIT)]
    while stack and left:
        get, holder, numbers, matrix = stack[-1]
        at = next(numbers, None)
        if at is None:
            stack.pop()
            continue
        left -= 1
        item = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == FORM:
            inner = range(pdfium.FPDFFormObj_CountObjects(item))
            own = _times(_matrix(item), matrix)
            stack.append((pdfium.FPDFFormObj_GetObject, item, iter(inner), own))
        elif kind != TEXT:
            yield item, kind, matrix


def _drawn(page: Any) -> tuple[list[list[float]], list[list[float]], list[list[float]]]:
    """Straight level and upright strokes, filled areas with their colour, and pictures."""
    rules: list[list[float]] = []
    fills: list[list[float]] = []
    pictures: list[list[float]] = []
    bounds = [ctypes.c_float() for _ in range(4)]
    for item, kind, matrix in _objects(page):
        if kind == IMAGE:
            pdfium.FPDFPageObj_GetBounds(item, *bounds)
            pictures.append(_box([each.value for each in bounds], matrix))
        elif kind == PATH:
            count = pdfium.FPDFPath_CountSegments(item)
            mode, stroked = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
            if not (mode.value or stroked.value):
                continue
            if count > MAX_SEGMENTS:  # the dashes of one rule are
                pdfium.FPDFPageObj_GetBounds(item, *bounds)
                rules.append(_box([each.value for each in bounds], matrix))
                continue
            own = _times(_matrix(item), matrix)
            for points in _outlines(item, count):
                placed = [_apply(own, x, y) for x, y in points]
                if mode.value and len(placed) > 2:
                    area = _around(placed)
                    thin = min(area[2] - area[0], area[3] - area[1]) < 4
                    colour = _colour(item)
                    (rules if thin else fills).append(area if thin else [*area, colour])
                if stroked.value:
                    rules += map(_around, pairwise(placed))
    level = [rule for rule in rules if min(rule[2] - rule[0], rule[3] - rule[1]) < 4]
    return level, fills, pictures


def _outlines(item: Any, count: int) -> list[list[tuple[float, float]]]:
    """The corners of a path's parts; a part that curves has none."""
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    curved = False
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == 2 or not parts:  # FPDF_SEGMENT_MOVETO
            parts.append([])
            curved = False
        if kind == 1 or curved:  # FPDF_SEGMENT_BEZIERTO
            curved = True
            parts[-1].clear()
            continue
        parts[-1].append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return parts


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return UNIT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: Any) -> list[float]:
    xs, ys = zip(*points, strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _box(bounds: list[float], matrix: Matrix) -> list[float]:
    left, bottom, right, top = bounds
    return _around([_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)])


def _draw(document: Any, number: int, pixels: int) -> None:
    """Says ``{"width": w, "height": h}`` and gives w × h bytes of grey."""
    page = pdfium.FPDF_LoadPage(document, number)
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(2.5, math.sqrt(pixels / max(wide * high, 1)))
    width, height = max(1, int(wide * scale)), max(1, int(high * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, 1, None, 0)  # FPDFBitmap_Gray
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x01 | 0x08)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    rows = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    grey = b"".join(rows[at * stride : at * stride + width] for at in range(height))
    _say({"width": width, "height": height}, grey)
    pdfium.FPDFBitmap_Destroy(bitmap)
    pdfium.FPDF_ClosePage(page)


main()
