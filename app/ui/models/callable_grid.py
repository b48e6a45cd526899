"""The map as a grid: each state a tile at its approximate place, the territories apart; and the way between tiles."""

from types import MappingProxyType

COLUMNS, ROWS = 12.5, 8
"""Of tiles; the territories stand half a tile apart."""

_LINES = (
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. WI .. .. .. VT NH",
    "WA ID MT ND MN IL MI .. NY MA ..",
    "OR NV WY SD IA IN OH PA NJ CT RI",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI .. .. TX .. .. .. .. FL .. ..",
)
_APART = ("PR", "VI", "GU", "MP", "AS")

PLACES: MappingProxyType[str, tuple[float, int]] = MappingProxyType(
    {
        **{
            name: (float(column), row)
            for row, line in enumerate(_LINES)
            for column, name in enumerate(line.split())
            if name != ".."
        },
        **{name: (COLUMNS - 1, row) for row, name in enumerate(_APART, start=3)},
    }
)
"""Column and row of each tile by its two letters."""


def step(name: str, right: int, down: int) -> str:
    """The nearest tile in a direction; the same one at the edge. Nothing chosen: the first."""
    if name not in PLACES:
        return next(iter(PLACES))
    column, row = PLACES[name]
    ways = []
    for other, (there, below) in PLACES.items():
        along = (there - column) * right + (below - row) * down
        aside = abs((below - row) * right) + abs((there - column) * down)
        if along > 0:
            # A tile straight ahead comes before a nearer one that lies aside.
            ways.append((along + 3 * aside, other))
    return min(ways)[1] if ways else name
