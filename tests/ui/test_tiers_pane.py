"""Tiers by clicks and keys: made, moved to, removed, and shown without buttons to who may not."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.ui.page import Place
from app.ui.views.tier_dialogs import MoveTenantDialog, RemoveTierDialog, TierNameDialog
from app.ui.views.tiers_pane import TiersPane
from app.wire.tiers import CreateTier
from tests.fakes.floor_gateway import TENANT, unreachable
from tests.ui.conftest import Open, Stage

GOLD = "0198e000-0000-7000-8000-000000000001"


@pytest.fixture
def pane(stage: Open, tmp_path: Path) -> tuple[Stage, TiersPane]:
    one = stage().open()
    made = TiersPane(Place(one.window, tmp_path))
    one.window.pages.addWidget(made)
    one.window.pages.setCurrentWidget(made)
    made.refresh()
    one.until(lambda: bool(made.words.text()))
    return one, made


def test_a_tier_is_made_and_a_tenant_moved_to_it(pane: tuple[Stage, TiersPane]) -> None:
    one, made = pane
    assert "New tier" in made.tier_table.empty
    one.click(made.new)
    dialog = one.dialog(TierNameDialog)
    one.write(dialog.name, "Gold")
    assert not dialog.go.isEnabled(), "no reason yet"
    dialog.reason.setEditText("New contract")
    one.click(dialog.go)
    one.until(lambda: len(made.tiers.rows) == 1)
    made.tenant_table.choose(TENANT.id)
    one.press(made.tenant_table, Qt.Key.Key_Return)
    move = one.dialog(MoveTenantDialog)
    assert not move.go.isEnabled()
    move.tier.setCurrentIndex(1)
    move.reason.setEditText("New contract")
    one.click(move.go)
    one.until(lambda: one.floor.rulebook.tier_of.get(TENANT.id) == GOLD)
    one.until(lambda: made.tenants.rows[0].tier is not None)
    made.tier_table.choose(GOLD)
    assert not made.remove.isEnabled(), "it has a tenant"


def test_a_name_that_is_taken_is_said_at_the_name_and_stays_typed(pane: tuple[Stage, TiersPane]) -> None:
    one, made = pane
    one.floor.rulebook.create_tier(CreateTier(name="Gold", reason="test"))
    one.click(made.new)
    dialog = one.dialog(TierNameDialog)
    one.write(dialog.name, "gold")
    dialog.reason.setEditText("New contract")
    one.click(dialog.go)
    one.until(lambda: dialog.name.property("invalid") == "true")
    assert dialog.name.text() == "gold"
    one.write(dialog.name, "en")
    assert dialog.name.property("invalid") == "false"
    dialog.reject()


def test_an_unused_tier_is_removed_after_a_question(pane: tuple[Stage, TiersPane]) -> None:
    one, made = pane
    made.show_page(one.floor.rulebook.create_tier(CreateTier(name="Gold", reason="test")))
    made.tier_table.choose(GOLD)
    one.click(made.remove)
    one.click(one.dialog(RemoveTierDialog).go)
    one.until(lambda: not made.tiers.rows)


def test_who_is_not_the_operator_sees_its_tier_and_no_buttons(pane: tuple[Stage, TiersPane]) -> None:
    one, made = pane
    assert one.window.me is not None
    one.window.me = msgspec.structs.replace(one.window.me, tenant_id=TENANT.id, tenant=TENANT.name)
    made.refresh()
    one.until(lambda: "no tier" in made.words.text())
    assert not any(button.isVisible() for button in (made.new, made.rename, made.remove, made.move_tenant))


def test_an_engine_that_cannot_be_asked_is_said(pane: tuple[Stage, TiersPane]) -> None:
    one, made = pane
    one.floor.trouble = unreachable("http://127.0.0.1:1")
    made.refresh()
    one.until(lambda: "cannot be reached" in made.words.text())
