"""What the documents claim, checked: fields, rules, commands, options, links, the README's code."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import click
import pytest

from sayso.cli import main
from sayso.forms import RULES as FORM_RULES
from sayso.records import Document, Reading, Statement
from sayso.steps.quote import RULES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
RECORDS = (ROOT / "docs/records.md").read_text(encoding="utf-8")


def section(heading):
    return re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", RECORDS, re.S | re.M).group(1)


def first_column(table):
    return re.findall(r"^\| `([^`]+)` \|", table, re.M)


@pytest.mark.parametrize("record", [Statement, Document, Reading])
def test_every_field_has_its_row(record):
    assert sorted(first_column(section(record.__name__))) == sorted(record.__struct_fields__)


def test_every_rule_has_its_row_in_order():
    assert first_column(section("The rules that mend and find")) == [name for name, _ in RULES]


def test_every_form_is_told():
    row = next(line for line in section("Statement").splitlines() if line.startswith("| `form` |"))
    assert all(f"`{form}`" in row for _, form, _ in FORM_RULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_exist(page):
    text = page.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```(?:sh|text)\n(.*?)```", text, re.S) + re.findall(r"`([^`\n]+)`", text))
    for verb, rest in re.findall(r"(?:^|[|/$] ?|bin/)sayso ([a-z]+)\b([^\n#]*)", code, re.M):
        known = {o for p in main.commands[verb].params if isinstance(p, click.Option) for o in p.opts}
        assert set(re.findall(r"--[a-z]+", rest)) <= known | {"--help"}, rest


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_option_is_told(command):
    text = (ROOT / "docs/read.md").read_text(encoding="utf-8")
    for parameter in main.commands[command].params:
        if isinstance(parameter, click.Option):
            assert any(option in text for option in parameter.opts), parameter.opts


def test_the_readme_code_prints_what_it_says():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code, printed = re.search(r"```python\n(.*?)```\s*```text\n(.*?)```", text, re.S).groups()
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == printed


def test_the_readme_figures_are_those_of_the_report():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"<!-- lines of docs/quality.md -->\n(.*?)<!-- end -->", readme, re.S).group(1).split("\n")
    assert len(lines) > 3
    assert set(lines) <= set((ROOT / "docs/quality.md").read_text(encoding="utf-8").split("\n"))
