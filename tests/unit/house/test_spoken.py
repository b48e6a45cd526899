"""Whatever a person reads in the window went through the translator: a literal that did not is found."""

import ast
import re
from collections.abc import Iterator
from types import MappingProxyType

import pytest

from tests.unit.house.planting import ROOT

# Which arguments of a call are read by people: by place or by keyword.
READ: MappingProxyType[str, tuple[int | str, ...]] = MappingProxyType(
    {
        "label": (1, "text"),
        "paragraph": (1, "text"),
        "ElidedLabel": (1, "text"),
        "Card": (1, "title"),
        "CopyBox": (1,),
        "Step": (2, 3),
        "FactTable": (1, 2, 5),
        "RowsTable": (1, 3),
        "RowColumn": ("title",),
        "Column": ("title", "short", "hint"),
        "PageSpec": ("words", "hint"),
        "PageAction": ("words",),
        "Key": ("group",),
        "Trouble": ("title", "sentence", "step", "button"),
        "WallItem": ("label", "note"),
        "WallPage": ("title", "empty"),
        "Truth": ("text", "old"),
        "Entry": ("group",),
        "QLabel": (0,),
        "QPushButton": (0, 1),
        "QToolButton": (0,),
        "QCheckBox": (0,),
        "QRadioButton": (0,),
        "QGroupBox": (0,),
        "QAction": (0, 1),
        "addAction": (0, 1),
        "addMenu": (0, 1),
        "addTab": (1, 2),
        "addItem": (0,),
        "addItems": (0,),
        "setTabText": (1,),
        "setText": (0,),
        "setToolTip": (0,),
        "setStatusTip": (0,),
        "setWhatsThis": (0,),
        "setAccessibleName": (0,),
        "setAccessibleDescription": (0,),
        "setPlaceholderText": (0,),
        "setWindowTitle": (0,),
        "setSpecialValueText": (0,),
        "setTitle": (0,),
        "setHorizontalHeaderLabels": (0,),
        "drawText": (2, 3, 4, 5),
        "field": (0, 2),
        "tell": (0,),
        "say": (1, 2, 3),
        "say_trouble": (0,),
        "getSaveFileName": (1, 3),
        "getOpenFileName": (1, 3),
        "getExistingDirectory": (1,),
    }
)
NAMES = frozenset({"Dialfloor", "CSV", "UTC"})
WORDS = re.compile(r"[A-Za-z]{2}")


def unspoken(source: str) -> list[tuple[int, str]]:
    """Line and text of every literal that people would read in English whatever they speak."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found += [(part.lineno, text) for part in _read(node) for text in _bare(part)]
    return sorted(set(found))


def _read(call: ast.Call) -> Iterator[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "__init__" and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call):
        # A sheet's title and its button go to the frame of all sheets; other words there are identifiers.
        yield from (part for part in call.args if any(text[:1].isupper() or " " in text for text in _bare(part)))
        return
    for place in READ.get(name, ()):
        if isinstance(place, int) and place < len(call.args):
            yield call.args[place]
        yield from (keyword.value for keyword in call.keywords if keyword.arg == place)


def _bare(part: ast.expr) -> list[str]:
    match part:
        case ast.Constant(value=str(text)) if WORDS.search(text) and text not in NAMES:
            return [text]
        case ast.JoinedStr(values=pieces):
            return [text for piece in pieces if isinstance(piece, ast.Constant) for text in _bare(piece)]
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return [*_bare(one), *_bare(other)]
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            return [text for one in parts for text in _bare(one)]
        case ast.Call(func=ast.Attribute(value=one, attr="format")):
            return _bare(one)
    return []


def test_every_text_of_the_window_goes_through_the_translator() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "app" / "ui").rglob("*.py"))
        for line, text in unspoken(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "planted",
    [
        'button = QPushButton("Press me")',
        'button.setToolTip(f"Ends {name}")',
        'self.go.setText("Stop" if running else tr("Go"))',
        'super().__init__(look, parent, "Make a tenant", tr("Make tenant"))',
        'note = self.field("Name", widget, "As it is written")',
        'words = paragraph(look, "Hello {who}".format(who=name))',
        'column = RowColumn(id="who", title="Who", width=80, text=str)',
        'place.tell("Copied")',
    ],
)
def test_a_literal_that_was_not_translated_is_found(planted: str) -> None:
    assert unspoken(planted)


@pytest.mark.parametrize(
    "spoken",
    [
        'button = QPushButton(tr("Press me"))',
        'button.setToolTip(tr("Ends {name}").format(name=name))',
        'note = label(look, "", "caption", "muted")',
        'column = RowColumn(id="who", title=marked("Who"), width=80, text=str)',
        'cell.setText(f"{used}/{limit}")',
        'super().__init__(look, parent, title, tr("Go"), kind="danger")',
    ],
)
def test_what_was_translated_passes(spoken: str) -> None:
    assert unspoken(spoken) == []


def test_no_plural_is_kept_in_a_table() -> None:
    """`marked` takes no count: the catalogue would hold one form for all numbers."""
    plural = re.compile(r'marked\(\s*"[^"]*%L?n')
    paths = sorted((ROOT / "app" / "ui").rglob("*.py"))
    assert [str(path) for path in paths if plural.search(path.read_text(encoding="utf-8"))] == []


def _inside_f_strings(text: str) -> list[int]:
    """Lines of `tr(...)` calls inside an f-string, which lupdate does not read."""
    return [
        call.lineno
        for joined in ast.walk(ast.parse(text))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "tr"
        and isinstance(call.args[0], ast.Constant)
    ]


def test_no_text_is_hidden_from_the_translator_in_an_f_string() -> None:
    assert _inside_f_strings("line = f\"{taken} {tr('nothing stands out')}\"") == [1]
    found = {
        path.name: _inside_f_strings(path.read_text(encoding="utf-8")) for path in (ROOT / "app" / "ui").rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}
