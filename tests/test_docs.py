"""What the documents claim, checked: fields, rules, commands, options, links, the README's code."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import get_args

import click
import pytest

from evaluation.answers import PAGES as ANSWER_PAGES
from evaluation.russian import EXAMPLES as SYNTAX_EXAMPLES
from evaluation.russian import page as russian_page
from evaluation.speakers import EXAMPLES
from evaluation.speakers import page as speakers_page
from sayso.cli import main
from sayso.export.cells import COLUMNS as EXPORTED
from sayso.export.formats import FORMATS as EXPORTS
from sayso.forms import RULES as FORM_RULES
from sayso.records import (
    Act,
    ActReading,
    Addressee,
    Condition,
    Document,
    Figure,
    Member,
    Reading,
    Speaker,
    Statement,
    Venue,
    When,
)
from sayso.roster.holder import COLUMNS
from sayso.roster.importers import FORMATS, read_source
from sayso.roster.importers.source import Source
from sayso.roster.importers.wikidata import OPTIONAL, VARIABLES
from sayso.speakers.rules import RULES as SPEAKER_RULES
from sayso.steps.quote import RULES
from sayso.syntax.attribute import RULES as SYNTAX_RULES
from tests.tables import read_table

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
RECORDS = (ROOT / "docs/records.md").read_text(encoding="utf-8")
ROSTER = (ROOT / "docs/roster.md").read_text(encoding="utf-8")


def section(heading):
    return re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", RECORDS, re.S | re.M).group(1)


def first_column(table):
    return re.findall(r"^\| `([^`]+)` \|", table, re.M)


@pytest.mark.parametrize(
    "record",
    [Statement, When, Addressee, Venue, Condition, ActReading, Figure, Speaker, Member, Document, Reading],
)
def test_every_field_has_its_row(record):
    assert sorted(first_column(section(record.__name__))) == sorted(record.__struct_fields__)


def test_every_rule_has_its_row_in_order():
    assert first_column(section("The rules that mend and find")) == [name for name, _ in RULES]


def test_every_rule_for_speakers_has_its_row_in_order_and_an_example():
    page = (ROOT / "docs/speakers.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \d+ \| `([^`]+)` \|", page, re.M) == [rule.name for rule in SPEAKER_RULES]
    assert set(EXAMPLES) == {rule.name for rule in SPEAKER_RULES}


def test_the_page_of_the_speakers_is_what_the_code_writes():
    assert (ROOT / "docs/speakers.md").read_text(encoding="utf-8") == speakers_page()


def test_every_rule_over_syntax_has_its_row_in_order_and_an_example():
    page = (ROOT / "docs/russian.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \d+ \| `([^`]+)` \|", page, re.M) == [name for name, _ in SYNTAX_RULES]
    assert set(SYNTAX_EXAMPLES) == {name for name, _ in SYNTAX_RULES}


def test_the_page_of_russian_is_what_the_code_writes():
    assert (ROOT / "docs/russian.md").read_text(encoding="utf-8") == russian_page()


@pytest.mark.parametrize("name", sorted(ANSWER_PAGES))
def test_the_pages_of_the_answers_are_what_the_code_writes(name):
    assert (ROOT / f"docs/{name}.md").read_text(encoding="utf-8") == ANSWER_PAGES[name]()


def test_every_act_is_told():
    row = next(line for line in section("Statement").splitlines() if line.startswith("| `act` |"))
    assert re.findall(r"`([a-z]+)`", row)[1:] == list(get_args(Act))


@pytest.mark.parametrize("kind", ["dates", "figures"])
def test_the_number_of_cases_is_told(kind):
    cases = sum(len(read_table(kind, lang)) for lang in ("en", "ru"))
    assert f"{cases} cases" in (ROOT / f"docs/{kind}.md").read_text(encoding="utf-8")


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
        command = main.commands[verb]
        if isinstance(command, click.Group):
            command = command.commands[rest.split()[0]] if rest.strip() else command
        known = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}
        assert set(re.findall(r"--[a-z]+", rest)) <= known | {"--help"}, rest


TOLD_ON = {
    "add": "ledger", "ledger": "ledger", "correct": "ledger", "search": "search", "variants": "search",
    "export": "exports", "serve": "web", "roster": "roster",
}  # fmt: skip


def commands_of(group, name=""):
    """Every command with its name, those of groups in groups as well."""
    for word, command in group.commands.items():
        yield from commands_of(command, word) if isinstance(command, click.Group) else [(name or word, command)]


@pytest.mark.parametrize(("name", "command"), list(commands_of(main)))
def test_every_option_is_told(name, command):
    text = (ROOT / f"docs/{TOLD_ON.get(name, 'read')}.md").read_text(encoding="utf-8")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert any(option in text for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("command", sorted(main.commands["roster"].commands))
def test_every_option_of_the_roster_is_told(command):
    for parameter in main.commands["roster"].commands[command].params:
        if isinstance(parameter, click.Option):
            assert any(f"`{option}`" in ROSTER or f"[{option} " in ROSTER for option in parameter.opts), parameter.opts


def test_every_column_and_format_of_the_roster_has_its_row():
    assert first_column(ROSTER) == [*COLUMNS, *FORMATS]
    assert f"--format {'|'.join(FORMATS)}" in ROSTER
    assert all(f"`{variable}`" in ROSTER for group in (*VARIABLES, OPTIONAL) for variable in group)


def test_the_query_asks_for_what_is_read():
    query = re.search(r"```sparql\n(.*?)```", ROSTER, re.S).group(1)
    asked = set(re.findall(r"\?(\w+)", query.split("WHERE")[0]))
    assert all(asked & set(group) for group in VARIABLES)
    assert set(OPTIONAL) <= asked


@pytest.mark.parametrize("form", FORMATS)
def test_the_example_of_every_format_is_read(form):
    heading = "## The columns" if form == "csv" else f"### {form}"
    example = re.search(rf"^{heading}\n.*?```(?:csv|json)\n(.*?)```", ROSTER, re.S | re.M).group(1)
    told, found = read_source(Source("docs/roster.md", io.BytesIO(example.encode())))
    assert (told, found.left_out) == (form, ())
    first = found.holders[0]
    assert (first.name, "A. Lima" in first.aliases, first.since, first.until) == (
        "Ana Lima",
        True,
        "2020-05",
        "2024-05-01",
    )


def test_the_readme_code_prints_what_it_says():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code, printed = re.search(r"```python\n(.*?)```\s*```text\n(.*?)```", text, re.S).groups()
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == printed


def test_the_readme_figures_are_those_of_the_report():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- lines of docs/quality.md -->\n(.*?)<!-- end -->", readme, re.S)
    lines = [line for block in blocks for line in block.split("\n")]
    assert len(blocks) == 6
    assert all(len(block.split("\n")) > 3 for block in blocks)
    assert set(lines) <= set((ROOT / "docs/quality.md").read_text(encoding="utf-8").split("\n"))


def test_every_column_and_format_of_an_export_has_its_row_in_order():
    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    formats, columns = page.split("## The columns")
    assert re.findall(r"^\| `([^`]+)` \|", formats, re.M) == list(EXPORTS)
    told = re.findall(r"^\| (`[^|]+`) \|", columns, re.M)
    assert [name for row in told for name in re.findall(r"`([^`]+)`", row)] == list(EXPORTED)
