"""Contrast, measured: every ink on every ground it is painted on, in every theme (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11)."""

import pytest

from app.ui.design.tokens import THEMES, ThemeName, contrast, load_tokens
from app.ui.models.wording import STATES

GROUNDS = ("canvas", "surface", "raised", "hover")
INKS = ("text", "muted", "faint", "accent", "ok", "warn", "danger")
PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ground in GROUNDS for ink in INKS),
    *((ink, "selected") for ink in ("text", "muted", "danger", "warn", "accent")),
    # Boxes, badges and checked buttons: the ink or plain text on a tint.
    *((ink, f"{ink}_tint") for ink in ("accent", "ok", "warn", "danger")),
    *(("text", f"{tint}_tint") for tint in ("accent", "ok", "warn", "danger")),
    # Filled: primary and dangerous buttons, chosen menu entries, selected text, the count on the rail.
    ("accent_ink", "accent_fill"),
    ("accent_ink", "accent_hover"),
    ("danger_ink", "danger_fill"),
)
TEXT_LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
SHAPES: tuple[tuple[str, str], ...] = (
    *(("focus", ground) for ground in ("canvas", "surface", "raised")),
    ("accent", "track"),
    ("warn", "track"),
    ("danger", "track"),
    ("spark", "surface"),
)
SHAPE_LEAST = 3.0


@pytest.mark.parametrize("name", THEMES)
def test_every_ink_reads_on_every_ground(name: ThemeName) -> None:
    colours = load_tokens().themes[name].colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < TEXT_LEAST[name]} == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_chip_reads_in_each_of_its_three_steps(name: ThemeName) -> None:
    states = load_tokens().themes[name].states
    assert states.keys() == STATES.keys()
    faint = {
        (state, step): contrast(chip.ink, chip.fill)
        for state, chips in states.items()
        for step, chip in enumerate(chips)
        if contrast(chip.ink, chip.fill) < TEXT_LEAST[name]
    }
    assert faint == {}


@pytest.mark.parametrize("name", THEMES)
def test_shapes_that_say_something_stand_out(name: ThemeName) -> None:
    colours = load_tokens().themes[name].colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in SHAPES}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < SHAPE_LEAST} == {}


def test_high_contrast_draws_edges_that_are_seen() -> None:
    """Where a tint may tell nothing, borders and lines carry the shape: 3:1 against the ground, the ring 3 px wide."""
    theme = load_tokens().themes["contrast"]
    assert theme.outlined
    assert theme.ring >= 3
    for line in ("hairline", "border"):
        for ground in ("canvas", "surface", "raised"):
            assert contrast(theme.colours[line], theme.colours[ground]) >= SHAPE_LEAST
    assert all(load_tokens().themes[name].ring >= 2 for name in THEMES)


def test_the_measure_is_the_standard_s() -> None:
    """Black on white is 21; #767676 on white is the palest grey that passes 4.5, #777777 does not."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")
