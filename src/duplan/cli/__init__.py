"""The command line. ``main`` is its entry point; what takes time to import is imported late."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from duplan import __version__
from duplan.cli.settings import colours_wanted, default_language, paper_language, split


def main(arguments: list[str] | None = None) -> int:
    """Run ``duplan`` with these arguments (the process's by default) and return the exit code.

    0 done; 1 done, with findings; 2 could not run; 130 interrupted.
    """
    try:
        return _main(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read it has all that was wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:  # standard output can't be written: a full disk
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.stderr.write(f"duplan: {error.strerror}\n")
        return 2


def _main(arguments: list[str]) -> int:
    # a stream that was closed (``>&-``) is None
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115 - is never closed
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    asked, colourless, rest = split(arguments)
    if rest[:1] in (["--version"], ["-V"]):
        sys.stdout.write(f"duplan {__version__}\n")
        sys.stdout.flush()
        return 0

    from duplan.cli.console import Console, Refusal

    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that can't show Chinese shows codes
        sys.stdout.reconfigure(errors="backslashreplace")
    language = default_language(os.environ)
    console = Console(
        language="zh" if asked == "zh" else "en" if asked == "en" else language,
        colourful=not colourless and colours_wanted(os.environ),
        paper=paper_language(asked, os.environ),
    )
    try:
        if asked not in (None, "zh", "en"):
            raise Refusal("usage.choice", name="--lang", choices="zh, en")
        from duplan.cli.app import run

        return run(rest, console)
    except Refusal as refusal:
        console.refuse(refusal)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = ": ".join(filter(None, (error.filename, error.strerror)))
        console.refuse(Refusal("system", reason=reason))
    except Exception as error:
        if os.environ.get("DUPLAN_DEBUG"):
            raise
        console.refuse(Refusal("defect.run", reason=f"{type(error).__name__}: {error}"))
    return 2
