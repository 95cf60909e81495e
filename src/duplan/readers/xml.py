"""XML of packages, parsed so that hostile parts cost little; numbers in its attributes."""

from __future__ import annotations

from lxml import etree

from duplan.diagnostics import UnreadableError

MAX_DEPTH = 2_048  # of elements inside each other: libxml2's own bound
FREE_MARKUP = 600_000  # nodes of one part, see check, at any ratio; beyond, one a zipped byte

# huge_tree lifts libxml2's depth from 256 to 2,048; its guard against entity bombs goes too, which
# is why no part with a DOCTYPE reaches the parser. Comments would cut the text around them in two.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=True,
    collect_ids=False,
    remove_comments=True,
    remove_pis=True,
    encoding="utf-8",
)


class PartError(Exception):
    """One part can't be read; the text says why."""


def check(content: bytes, packed_size: int) -> None:
    """Refuses an XML part of ``packed_size`` bytes in its package that a tree must not be made of.

    The parser makes a node of each tag and two of each attribute (which has a =); no document has more
    than a few attributes a tag. Raises PartError where a document type is declared, UnreadableError
    ("too-complex") where the tree would not be bounded.
    """
    if b"<!DOCTYPE" in content:
        raise PartError("a document type declaration")  # forbidden by ECMA-376 Part 2, 8.1.4
    most = FREE_MARKUP + packed_size
    if len(content) > most:
        tags, attributes = content.count(b"<"), content.count(b"=")
        if tags + 2 * attributes > most or attributes > FREE_MARKUP // 6 + 8 * tags:
            raise UnreadableError("too-complex")


def parse(content: bytes, packed_size: int) -> etree._Element:
    """The root of an XML part of ``packed_size`` bytes in its package. Raises as ``check`` does, and
    as ``parse_checked``."""
    check(content, packed_size)
    return parse_checked(content)


def parse_checked(content: bytes) -> etree._Element:
    """The root of an XML part that was checked.

    Raises PartError where it isn't well-formed, UnreadableError ("too-complex") where it is too deep.
    """
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise UnreadableError("too-complex") from error
        raise PartError(reason_of(error)) from error
    except ValueError as error:
        raise PartError(reason_of(error)) from error


def utf8(content: bytes) -> bytes:
    """XML in UTF-8 or UTF-16, the only encodings that a package may use, as UTF-8."""
    for mark, encoding in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if content.startswith(mark):
            try:
                return content.decode(encoding).encode()
            except UnicodeError as error:
                raise PartError(reason_of(error)) from error
    return content


def integer(value: str | None) -> int | None:
    """The whole number in an attribute, or None where it holds none of sensible length."""
    if value is None or len(value) > 12:
        return None
    try:
        return int(value)
    except ValueError:
        return None


def number(value: str | None) -> float | None:
    """The number in an attribute or value, or None where it holds none of sensible length."""
    if value is None or len(value) > 40:
        return None
    try:
        return float(value)
    except ValueError:
        return None


def reason_of(error: BaseException) -> str:
    """The first line of what another library says."""
    return (str(error) or type(error).__name__).partition("\n")[0][:120]
