"""What xlrd leaves of an xls workbook's records ([MS-XLS]): headers, footers and text boxes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from duplan.readers.sheet.cells import Box
from duplan.readers.sheet.strings import plain

_BOF, _EOF, _BOUND_SHEET, _CONTINUE = 0x809, 0x0A, 0x85, 0x3C
_HEADER, _FOOTER, _OBJECT, _TEXT_OBJECT = 0x14, 0x15, 0x5D, 0x1B6
_NOTE = 0x19  # the object of a comment, which xlrd reads
_BIFF8 = 0x0600

Record = tuple[int, int, bytes]


class Leftovers:
    """``margins`` are (story, code) of each sheet, ``boxes`` its text boxes, by their order.

    Total: damaged records are passed over.
    """

    def __init__(self, stream: bytes) -> None:
        self.margins: list[list[tuple[str, str]]] = []
        self.boxes: list[list[Box]] = []
        starts: list[int] = []
        at = -1
        kind = length = depth = 0
        for place, record, data in _records(stream):
            if record == _BOF:
                if place == 0 and data[:2] != struct.pack("<H", _BIFF8):
                    return  # texts of older versions need their code page
                depth += 1
                at = starts.index(place) if depth == 1 and place in starts else at
            elif record == _EOF:
                depth -= 1
            elif record == _BOUND_SHEET and len(data) >= 4:
                starts.append(struct.unpack_from("<I", data)[0])
                self.margins.append([])
                self.boxes.append([])
            elif at < 0 or depth != 1:
                continue
            elif record in (_HEADER, _FOOTER) and len(data) > 3:
                story = "header" if record == _HEADER else "footer"
                self.margins[at].append((story, _characters(data[2:])))
            elif record == _OBJECT and len(data) >= 6:
                kind = struct.unpack_from("<H", data, 4)[0]
            elif record == _TEXT_OBJECT and len(data) >= 12:
                length = struct.unpack_from("<H", data, 10)[0] if kind != _NOTE else 0
            elif record == _CONTINUE and length:
                text = plain(_characters(data)[:length]).strip()
                if text:
                    self.boxes[at].append(Box(None, tuple(text.split("\n"))))
                length = 0


def _records(stream: bytes) -> Iterator[Record]:
    """(place, type, data) of each record."""
    at = 0
    while at + 4 <= len(stream):
        record, size = struct.unpack_from("<HH", stream, at)
        yield at, record, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _characters(data: bytes) -> str:
    """Characters after the byte that says whether each takes one byte or two."""
    if not data or not data[0] & 1:
        return data[1:].decode("latin-1")
    return data[1:].decode("utf-16-le", "replace")
