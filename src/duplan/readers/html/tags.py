"""Elements by what a browser does with them."""

from __future__ import annotations

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing
    main menu nav noframes ol optgroup option p plaintext pre search section summary table tbody td
    tfoot th thead tr ul xmp"""
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = {f"h{level + 1}": level for level in range(6)}
LISTS = frozenset(("ol", "ul", "menu", "dir"))
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
BOLD = frozenset(("b", "strong", "th", *HEADINGS))
CONTROLS = frozenset(("button", "input", "select", "textarea"))
PROGRAMS = frozenset(  # hold no words of the document, shown or hidden
    ("head", "script", "style", "title", "meta", "link", "param", "source", "track")
)
UNSHOWN = frozenset(  # shown by other programs only, if at all
    ("noscript", "template", "noembed", "object", "applet", "audio", "video", "canvas", "iframe",
     "datalist", "annotation", "annotation-xml", "xml", "desc", "metadata", "defs")
)  # fmt: skip
RUBY = frozenset(("rt", "rp", "rtc"))
NEVER = PROGRAMS | UNSHOWN | RUBY
