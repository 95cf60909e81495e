"""Pages: one HTML file each, that opens offline and obeys nothing that a document says.

A page is a folder with ``page.html.jinja``, ``page.css`` and ``page.js``; here is what pages share.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from duplan.writers.visible import visible


def render(room: str, **values: object) -> str:
    """The page of the package ``room``: its template over ``frame.html.jinja``, style and script inside.

    Every value is escaped, and what would act without being seen is shown as ``\\u202e``. The page's
    own policy (Content Security Policy Level 3, section 2.3.1, hashes) lets nothing run or load but
    that style and that script. The same values give the same text, which ends with a newline.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(room, ""), PackageLoader(__name__, "")]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = _read(__name__, "base.css") + _read(room, "page.css")
    script = _read(room, "page.js")
    return environment.get_template("page.html.jinja").render(
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        policy=policy(style, script),
        **values,
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page with this one style and this one script."""
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)};"
        " base-uri 'none'; form-action 'none'"
    )


def _shown(value: object) -> object:
    """What a value is printed as, before it is escaped; style and script are no plain texts."""
    return visible(value) if type(value) is str else value


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(room: str, name: str) -> str:
    return files(room).joinpath(name).read_text(encoding="utf-8")
