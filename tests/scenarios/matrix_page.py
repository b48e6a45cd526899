"""The matrix of docs/security.md, out of the tables that the tests try; run as a module it writes it there."""

from pathlib import Path

from app.api.bodies import ACTIONS
from tests.scenarios.carried_ids import BODIES, DIALS, PREVIEWS, QUERIES
from tests.scenarios.role_table import READERS, ROWS, Row

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
BEGIN = "<!-- matrix: written by python -m tests.scenarios.matrix_page -->"
END = "<!-- end of matrix -->"
ROLES = ("dialer", "supervisor", "admin", "compliance", "operator", "operator without tenant")
FEED = Row(method="WS", path="/v1/feed", roles=READERS, ask="")
EVERYBODY = (("GET", "/healthz"), ("GET", "/openapi.json"))
OTHERS = (Row(method="GET", path="/metrics", roles=READERS, ask=""),)
_FOLDERS = frozenset({"tier", "any tenant", "rule change", "check"})
"""Subjects that are the folder's and no tenant's."""


def fresh() -> str:
    """The table, as it must stand on the page."""
    head = (
        "route or action",
        "no token",
        "dialer",
        "supervisor",
        "admin",
        "compliance",
        "operator",
        "operator, no tenant",
    )
    lines = [_line((*head, "another tenant's id")), _line(("---",) * 9)]
    lines += [_line((f"`{method} {path}`", *("yes",) * 7, "-")) for method, path in EVERYBODY]
    lines += [_of_row(row) for row in (*OTHERS, *_merged())]
    lines.append(_line(("`WS /v1/feed`", "4401", *(_cell(FEED, role, "4403") for role in ROLES), "none is told")))
    for action in sorted({action.name for action in ACTIONS.values()}):
        fields = sorted({one.field for one in DIALS if one.path == action})
        told = f"as unknown: {', '.join(f'`{field}`' for field in fields)}"
        lines.append(_line((f"dialer `{action}`", "401", "yes", *("403",) * 5, told)))
    return "\n".join(lines) + "\n"


def _merged() -> list[Row]:
    """One row a route: where a role may only do a part, the table has two, and the cell says so by a star."""
    return list({(row.method, row.path): row for row in reversed(ROWS)}.values())[::-1]


def _of_row(row: Row) -> str:
    carried = [
        f"`{one.field}`" for one in (*QUERIES, *BODIES, *PREVIEWS) if (one.method, one.path) == (row.method, row.path)
    ]
    told = ["404"] if row.subject and row.subject not in _FOLDERS else []
    told += [f"as unknown: {', '.join(dict.fromkeys(carried))}"] if carried else []
    told += ["the folder's"] if row.subject in _FOLDERS else []
    cells = [_cell(row, role, "404" if role == "operator without tenant" else "403") for role in ROLES]
    return _line((f"`{row.method} {row.path}`", "401", *cells, "; ".join(told) or "-"))


def _cell(row: Row, role: str, otherwise: str) -> str:
    rows = [one for one in ROWS if (one.method, one.path) == (row.method, row.path)] or [row]
    allowed = sum(role in one.roles for one in rows)
    if not allowed:
        return otherwise
    return "yes" if allowed == len(rows) else "agents"


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def table_on(page: Path) -> str:
    """The table that stands on the page; empty if there is none."""
    _, _, rest = page.read_text(encoding="utf-8").partition(BEGIN + "\n")
    return rest.partition(END)[0]


def main() -> None:
    """Write the table into the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{fresh()}{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
