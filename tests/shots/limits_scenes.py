"""Pictures of the limits view: each section, edits that wait, a fault, what it would do, a lost race, an import."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.models.limit_csv import write_csv
from app.ui.views.apply_dialog import ApplyDialog
from app.ui.views.limit_diff_dialog import LimitDiffDialog
from app.ui.views.limit_import_dialog import LimitImportDialog
from app.ui.views.limits_page import HISTORY, SYSTEM, TENANT, TIER, TIERS, LimitsPage
from app.ui.views.what_if_dialog import WhatIfDialog
from app.wire.limits import SettingChange
from app.wire.operator import TenantItem
from tests.shots.set_up import Scene

GOLD, SILVER = (f"0198e000-0000-7000-8000-{number:012d}" for number in (1, 2))


def page(scene: Scene) -> LimitsPage:
    scene.open()
    book = scene.wiring.floor.rulebook
    tenant = scene.wiring.floor.me_answer.tenants[0]
    book.tier_names = {GOLD: "Gold", SILVER: "Silver"}
    book.tier_of = {tenant.id: GOLD}
    book.others = [TenantItem(id=f"0198a000-0000-7000-8000-{n:012d}", name=name) for n, name in _OTHERS]
    book.tier_of |= {book.others[0].id: GOLD, book.others[1].id: SILVER}
    for scope, scope_id, limit_id, amount in (
        ("tenant", tenant.id, "calls.day", 700),
        ("tier", GOLD, "sessions.active", 40),
        ("tier", GOLD, "calls.hour", 90),
        ("tier", SILVER, "calls.hour", 60),
        ("system", None, "api.hour", 900),
    ):
        scene.wiring.floor.world.revision += 1
        raw = {"scope": scope, "scopeId": scope_id, "limitId": limit_id, "expectedRevision": 0, "amount": amount}
        change = msgspec.convert(raw, SettingChange)
        edit = book.set_limit(change, "new contract", "Ada Okafor")
        book.edits.insert(0, edit)
    scene.window.views.go("limits")
    found = scene.find(LimitsPage)
    scene.until(lambda: found.book.page is not None)
    scene.settle()
    return found


_OTHERS = ((2, "Harbour Insurance"), (3, "Summit Energy"), (4, "Lakeside Surveys"))


def agents(scene: Scene) -> None:
    page(scene)


def edited(scene: Scene) -> LimitsPage:
    found = page(scene)
    lines = found.agents.model.rows
    ids = [line.agent.id for line in lines]
    found.agents.set_all(ids[1:4], {"maxCallsPerHour": 35})
    found.agents.set_all(ids[5:6], {"mode": "preview", "maxCallsPerHour": None})
    found.agents.set_all(ids[7:8], {"autoDialDelay": 5, "enforcement": "alert-only"})
    found.agents.table.choose(ids[2])
    return found


def pending(scene: Scene) -> None:
    edited(scene)


def faulty(scene: Scene) -> None:
    found = edited(scene)
    line = found.agents.model.rows[9]
    found.agents.table.open_cell(line.agent.id, "hour")
    editor = found.agents.table.findChild(QLineEdit)
    if editor is not None:
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, "100/2h")


def what_if(scene: Scene) -> None:
    found = edited(scene)
    found.bar.buttons["preview"].click()
    dialog = scene.find(WhatIfDialog)
    scene.until(dialog.figures.isVisible)


def what_if_running(scene: Scene) -> None:
    scene.wiring.floor.rulebook.preview_total, scene.wiring.floor.rulebook.preview_step = 1_240_000, 30_000
    found = edited(scene)
    found.bar.buttons["preview"].click()
    dialog = scene.find(WhatIfDialog)
    scene.until(lambda: dialog.progress.value() > 200_000)


def quicker(scene: Scene) -> LimitsPage:
    found = edited(scene)
    world = scene.wiring.floor.world
    ids = [line.agent.id for line in found.agents.model.rows]
    world.set_limit(world.by_id[ids[1]], 70, "Maria Keller", "complaints from the 212 area")
    world.set_limit(world.by_id[ids[3]], 50, "Maria Keller", "complaints from the 212 area")
    scene.wiring.floor.publish(world.edits_only())
    scene.until(lambda: len(found.book.draft.clashes) == 2)
    return found


def overtaken(scene: Scene) -> None:
    quicker(scene)


def conflict(scene: Scene) -> None:
    found = quicker(scene)
    found.bar.buttons["apply"].click()
    scene.find(ApplyDialog).reason.setEditText("Slow the afternoon down")


def applying(scene: Scene) -> None:
    found = edited(scene)
    found.bar.buttons["apply"].click()
    scene.find(ApplyDialog).reason.setEditText("Slow the afternoon down")


def importing(scene: Scene) -> None:
    found = page(scene)
    text = write_csv(found.book.agents.values(), found.book.current)
    lines = text.splitlines()
    lines[1] = lines[1].replace("power", "preview").replace("predictive", "preview")
    lines[2] = lines[2].replace(",30,", ",9,")
    lines[3] = lines[3].replace(",30,", ",45,")
    lines.append("Nobody Known,power,100/1h,30,,,")
    lines.append("Ben Haddad,power,100/2h,30,,,")
    path = Path(tempfile.gettempdir()) / "limits-2026-11-24.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found.load(path)
    scene.find(LimitImportDialog)


def history(scene: Scene) -> LimitsPage:
    found = page(scene)
    world = scene.wiring.floor.world
    for at, (amount, reason) in enumerate(
        ((80, "trial"), (60, "complaints from the 212 area"), (None, "trial is over"))
    ):
        world.set_limit(world.people[at + 3], amount, "Maria Keller", reason)
    found.tabs.setCurrentIndex(HISTORY)
    scene.until(lambda: len(found.history.rows.rows) > 3)
    found.history.table.setCurrentIndex(found.history.rows.index(1, 0))
    return found


def seen_history(scene: Scene) -> None:
    history(scene)


def compared(scene: Scene) -> None:
    history(scene).history.compare_asked.emit(40, None)
    dialog = scene.find(LimitDiffDialog)
    scene.until(lambda: bool(dialog.rows.rows))


def section(at: int) -> Callable[[Scene], None]:
    def act(scene: Scene) -> None:
        found = page(scene)
        found.tabs.setCurrentIndex(at)
        scene.settle()
        if at == TENANT:
            found.scopes["tenant"].table.typed.emit("calls.hour", "amount", "80/1h & 600/1d")

    return act


def empty(scene: Scene) -> None:
    page(scene).agents.filter.setText("nobody of that name")


LIMITS_SCENES: MappingProxyType[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "limits-agents": agents,
        "limits-pending": pending,
        "limits-faulty": faulty,
        "limits-what-if": what_if,
        "limits-what-if-running": what_if_running,
        "limits-overtaken": overtaken,
        "limits-conflict": conflict,
        "limits-applying": applying,
        "limits-import": importing,
        "limits-history": seen_history,
        "limits-compared": compared,
        "limits-tenant": section(TENANT),
        "limits-tier": section(TIER),
        "limits-system": section(SYSTEM),
        "limits-tiers": section(TIERS),
        "limits-empty": empty,
    }
)
