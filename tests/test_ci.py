"""What runs checks by itself: the hooks, the action and the files to copy are true and harmless."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from duplan.cli.commands import command
from duplan.cli.options import Option, parameters
from duplan.suffixes import FORMATS
from test_docs import EVERYWHERE, FENCE

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "ci"
PAGES = [ROOT / "docs" / "ci.md", ROOT / "docs" / "ci.zh.md"]
PLAN_FILES = {".yaml", ".yml", ".json"}

of_pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.name))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = read(ROOT / "action.yml")
STEPS = {step.get("id", "upload"): step for step in ACTION["runs"]["steps"]}
HOOKS = {hook["id"]: hook for hook in read(ROOT / ".pre-commit-hooks.yaml")}


def calls() -> list[list[str]]:
    """The words of every call of duplan, from its command on, in hooks, action, examples and pages."""
    texts = [hook["entry"] for hook in HOOKS.values()]
    texts += read(EXAMPLES / "gitlab.yml")["plans"]["script"]
    texts += re.findall(r"sh '(.*)'", (EXAMPLES / "Jenkinsfile").read_text(encoding="utf-8"))
    for page in PAGES:
        found = FENCE.findall(page.read_text(encoding="utf-8"))
        texts += [line for name, body in found if name == "sh" for line in body.splitlines()]
    lines = [shlex.split(text) for text in texts if text.startswith("duplan ")]
    action = re.findall(r"--[a-z-]+", STEPS["check"]["run"])
    return [line[1:] for line in lines] + [["check", *action]]


def test_options_exist() -> None:
    asked = calls()
    assert len(asked) > 8
    assert {name for name, *_ in asked} == {"check"}
    declared = [each.declared for each in parameters(command("check"))]
    options = {name for each in declared if isinstance(each, Option) for name in each.names}
    used = {word for line in asked for word in line if word.startswith("-")}
    assert used <= options | EVERYWHERE


@of_pages
def test_the_pages_show_the_files_to_copy(page: Path) -> None:
    shown = [body for name, body in FENCE.findall(page.read_text("utf-8")) if name != "sh"]
    files = ["pre-commit.yaml", "github.yml", "gitlab.yml", "Jenkinsfile"]
    assert shown == [(EXAMPLES / name).read_text(encoding="utf-8") for name in files]


@of_pages
def test_the_pages_tell_every_input_and_hook(page: Path) -> None:
    told = {
        name
        for row in re.findall(r"^\| (`.*?) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
        for name in re.findall(r"`([a-z-]+)`", row)
    }
    assert told >= ACTION["inputs"].keys() | HOOKS.keys()


def left_out(hook: str, name: str) -> bool:
    """Whether pre-commit keeps a file from a hook, whichever ``files`` someone asks for."""
    assert "files" not in HOOKS[hook]
    return re.search(HOOKS[hook]["exclude"], name) is not None


@pytest.mark.parametrize("suffix", sorted(FORMATS.keys() | PLAN_FILES))
def test_hooks_take_every_format_that_is_read(suffix: str) -> None:
    for name in (f"计划/2020{suffix}", f"2020.1{suffix.upper()}"):
        assert not left_out("duplan-check", name)
        assert left_out("duplan-schema", name) == (suffix not in PLAN_FILES)


NOT_TAKEN = [
    "plans/a.png",
    "plans/yaml",
    "a.docx.bak",
    "plans/README.md",
    ".pre-commit-config.yaml",
]


@pytest.mark.parametrize("name", [*NOT_TAKEN, ".github/dependabot.yml"])
def test_hooks_leave_other_files_alone(name: str) -> None:
    for hook in HOOKS:
        assert left_out(hook, name)


def test_examples_name_what_there_is() -> None:
    [repo] = read(EXAMPLES / "pre-commit.yaml")["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= HOOKS.keys()
    *_, step = read(EXAMPLES / "github.yml")["jobs"]["check"]["steps"]
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_inputs_reach_the_shell_as_values_only() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    given = {
        name
        for step in STEPS.values()
        for value in [
            step.get("if", ""),
            *step.get("env", {}).values(),
            *step.get("with", {}).values(),
        ]
        for name in re.findall(r"inputs\.([a-z-]+)", str(value))
    }
    assert given == ACTION["inputs"].keys()


class Run:
    """The step of the action that checks, with a program in the place of duplan that takes notes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder / "notes"
        self.output = folder / "output"
        program = folder / "programs" / "duplan"
        program.parent.mkdir()
        program.write_text(
            f"#!{sys.executable}\n"
            "import json, os, sys\n"
            "with open(os.environ['NOTES'], 'a', encoding='utf-8') as notes:\n"
            "    notes.write(json.dumps(sys.argv[1:]) + '\\n')\n"
            "sys.exit(0 if '--exit-zero' in sys.argv else int(os.environ['CODE']))\n",
            encoding="utf-8",
        )
        program.chmod(0o755)

    def __call__(self, code: int = 0, **inputs: str) -> tuple[int, list[list[str]]]:
        """The exit code, and the arguments of each call."""
        names = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
        env = {
            name: names.sub(lambda found: self._value(inputs, found[1]), value)
            for name, value in STEPS["check"]["env"].items()
        }
        env["PROGRAMS"] = str(self.folder / "programs")
        env |= {"NOTES": str(self.notes), "CODE": str(code), "GITHUB_OUTPUT": str(self.output)}
        shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
        done = subprocess.run(
            [*shell, STEPS["check"]["run"]], env=os.environ | env, cwd=self.folder, check=False
        )
        lines = self.notes.read_text(encoding="utf-8").splitlines()
        return done.returncode, [json.loads(line) for line in lines]

    @staticmethod
    def _value(inputs: dict[str, str], name: str) -> str:
        default: str = ACTION["inputs"][name]["default"]
        return inputs.get(name.replace("-", "_"), default)


@pytest.fixture
def action(tmp_path: Path) -> Run:
    if shutil.which("bash") is None or sys.platform == "win32":
        pytest.skip("no bash")
    return Run(tmp_path)


def test_the_action_checks_everything_by_itself(action: Run) -> None:
    assert action() == (0, [["check", "--output-format=github", "--", "."]])


def test_the_action_passes_on_what_is_asked_for(action: Run) -> None:
    code, asked = action(
        1, paths="计划 一\n\n计划二\n", select="dates,DP20", fail_level="error", baseline="b.json"
    )
    options = ["--select=dates,DP20", "--fail-level=error", "--baseline=b.json"]
    assert asked == [["check", *options, "--output-format=github", "--", "计划 一", "计划二"]]
    assert code == 1


def test_the_action_writes_sarif_and_fails_afterwards(action: Run) -> None:
    code, asked = action(1, sarif="a b.sarif")
    assert asked == [
        ["check", "--output-format=sarif", "--output=a b.sarif", "--exit-zero", "--", "."],
        ["check", "--output-format=github", "--", "."],
    ]
    assert code == 1
    assert action.output.read_text(encoding="utf-8") == "written=true\n"


def test_inputs_are_no_commands(action: Run) -> None:
    bad = "$(touch pwned)`touch pwned`; touch pwned #\"'"
    _, [asked] = action(paths=f"--fix\n{bad}", select=bad, ignore=bad, fail_level=bad)
    assert asked[-3:] == ["--", "--fix", bad]
    assert f"--select={bad}" in asked
    assert not (action.folder / "pwned").exists()
