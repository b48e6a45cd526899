"""The design tokens of resources/design as frozen values; the only reader of that file."""

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any, Literal

import resources

ThemeName = Literal["dark", "light", "contrast"]
THEMES: tuple[ThemeName, ...] = ("dark", "light", "contrast")
"""In the order in which the key goes round."""
FontRole = Literal["caption", "small", "body", "strong", "heading", "title", "figure"]
RESOURCES = Path(next(iter(resources.__path__)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Fill and ink of a state at one step of its age, as `#rrggbb`."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours by meaning; `states` holds three steps a state, the longer it lasts the stronger.

    `outlined` draws an edge round everything that is told from its ground by a tint; `ring` is the focus ring's
    width in pixels.
    """

    name: ThemeName
    colours: MappingProxyType[str, str]
    states: MappingProxyType[str, tuple[Chip, Chip, Chip]]
    outlined: bool
    ring: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSize:
    """A step of the type scale: pixels and weight (400 to 700)."""

    px: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything the look is made of; `row` is the floor table's row height in pixels."""

    space: MappingProxyType[str, int]
    radius: MappingProxyType[str, int]
    type_scale: MappingProxyType[str, TypeSize]
    row: int
    themes: MappingProxyType[str, Theme]


def _theme(name: ThemeName, raw: dict[str, Any]) -> Theme:
    chips: dict[str, tuple[Chip, Chip, Chip]] = {}
    for state, steps in raw["states"].items():
        if not isinstance(steps, list):
            raise TypeError(f"tokens.json: {name} state {state} is not a list of steps")
        first, second, third = (Chip(fill=str(step[0]), ink=str(step[1])) for step in steps)
        chips[state] = (first, second, third)
    colours = {key: str(value) for key, value in raw["colours"].items()}
    return Theme(
        name=name,
        colours=MappingProxyType(colours),
        states=MappingProxyType(chips),
        outlined=bool(raw["outlined"]),
        ring=int(raw["ring"]),
    )


def load_tokens() -> Tokens:
    """Read resources/design/tokens.json; raises if the file is missing or malformed."""
    raw = json.loads((RESOURCES / "design" / "tokens.json").read_text(encoding="utf-8"))
    scale = {role: TypeSize(px=size["px"], weight=size["weight"]) for role, size in raw["type"].items()}
    themes: dict[str, Theme] = {name: _theme(name, raw["themes"][name]) for name in THEMES}
    return Tokens(
        space=MappingProxyType(raw["space"]),
        radius=MappingProxyType(raw["radius"]),
        type_scale=MappingProxyType(scale),
        row=raw["row"],
        themes=MappingProxyType(themes),
    )


def style_sheet(tokens: Tokens, theme: Theme) -> str:
    """The one Qt style sheet of the program in this theme."""
    template = Template((RESOURCES / "design" / "window.qss").read_text(encoding="utf-8"))
    return template.substitute(
        theme.colours,
        caption=tokens.type_scale["caption"].px,
        card=tokens.radius["card"],
        control=tokens.radius["control"],
        gap=12,
        ring=theme.ring,
        gap_focus=13 - theme.ring,
        field_focus=9 - theme.ring,
        text_focus=max(1, 5 - theme.ring),
        box_focus=18 - 2 * theme.ring,
        edge=theme.ring if theme.outlined else 1,
        icons=(RESOURCES / "icons").as_posix(),
        theme=theme.name,
    )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    lifted: float = ((channel + 0.055) / 1.055) ** 2.4
    return lifted
