"""Tokens: whose they are, when last used, made and shown once, revoked at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.admin_rows import ROLE_WORDS, moment_text, token_columns
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import paragraph
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.admin import TokenItem, TokensPage


class RevokeDialog(Sheet):
    """The one question before a token opens nothing any more; it names whom that cuts off."""

    revoked = Signal()

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, token: TokenItem, me: str) -> None:
        title = tr("Revoke a token of {name}").format(name=token.user)
        super().__init__(look, parent, title, tr("Revoke token"), kind="danger")
        self._bridge, self._token_id = bridge, token.id
        role = tr(ROLE_WORDS[token.role])
        said = tr("Cuts off {name} ({role}) within a second: requests are refused, and a window that watches closes.")
        self.effect = paragraph(look, said.format(name=token.user, role=role), "text")
        self.body.addWidget(self.effect)
        used = moment_text(token.last_used_at, tr("not yet"))
        facts = tr("Public part {id}, made {made}, last used {used}. It cannot be brought back.")
        facts = facts.format(id=token.id, made=moment_text(token.created_at), used=used)
        self.body.addWidget(paragraph(look, facts))
        if token.user == me:
            mine = tr("This user is you: if this window came with it, it is cut off.")
            self.body.addWidget(paragraph(look, mine, "warn"))
        self.go.clicked.connect(self._ask)
        self.cancel.setFocus()

    def _ask(self) -> None:
        self.wait(True)
        token_id = self._token_id
        self._bridge.ask(lambda gateway: gateway.admin.revoke_token(token_id), self, self._done, self._refused)

    def _done(self, _: None) -> None:
        self.revoked.emit()
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))


class TokensPane(SectionPane):
    """The list of tokens; those in force, or all."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            tr("Tokens"),
            tr("A token opens the engine in its user’s name. It is shown once when it is made; only its hash is kept."),
        )
        self._page = TokensPage(tokens=[])
        self.tokens = RowsModel(place.look, token_columns(), lambda token: token.id)
        empty = tr("No token in force. Make one with “Make token…”.")
        self.table = RowsTable(place.look, tr("Tokens"), self.tokens, empty)
        self.make = self.button(tr("Make token…"), "key-plus", self.make_new, "primary")
        self.revoke = self.button(tr("Revoke…"), "key-remove", self.end_chosen)
        self.all = QCheckBox(tr("Show revoked ones too"))
        self.buttons.addWidget(self.make)
        card = self.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.revoke)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(foot)
        self.body.addWidget(card, 1)
        self.all.toggled.connect(self._show_rows)
        self.table.chosen.connect(self._allow)
        self._allow()

    def refresh(self) -> None:
        """Ask which there are."""
        self.ask(lambda gateway: gateway.admin.tokens(), self._show)

    def relink(self) -> None:
        """Another tenant's tokens."""
        super().relink()
        self._show(TokensPage(tokens=[]))

    def _show(self, page: TokensPage) -> None:
        self.say_trouble("")
        self._page = page
        self._show_rows()

    def _show_rows(self) -> None:
        shown = [token for token in self._page.tokens if token.revoked_at is None or self.all.isChecked()]
        self.tokens.show_rows(sorted(shown, key=lambda token: token.revoked_at is not None))
        self._allow()

    def _allow(self) -> None:
        token = self.table.chosen_row
        self.revoke.setEnabled(token is not None and token.revoked_at is None)

    def make_new(self) -> None:
        """Make a token; it is shown this once."""
        dialog = TokenDialog(self.look, self.place.window, self.place.bridge)
        dialog.made.connect(lambda _: self.refresh())
        dialog.open()

    def end_chosen(self) -> None:
        """Revoke the chosen token."""
        token, me = self.table.chosen_row, self.place.me
        if token is not None and token.revoked_at is None:
            window = self.place.window
            dialog = RevokeDialog(self.look, window, self.place.bridge, token, "" if me is None else me.user)
            dialog.revoked.connect(self.refresh)
            dialog.open()
