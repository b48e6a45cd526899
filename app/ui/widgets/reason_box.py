"""The field for a reason: the usual ones to choose from, any other to type."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from app.ui.tongue import tr

SHORTEST_REASON, LONGEST_REASON = 3, 500


class ReasonBox(QComboBox):
    """An editable list of usual reasons, empty at first."""

    def __init__(self, usual: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        # Enter gives the sheet's answer; what was typed is not one of the usual ones by that.
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(usual))
        self.setCurrentIndex(-1)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Type or choose; kept in the audit trail"))
            edit.setMaxLength(LONGEST_REASON)

    @property
    def reason(self) -> str:
        """What was typed or chosen."""
        return self.currentText().strip()

    @property
    def good(self) -> bool:
        """Whether it is long enough to be read later."""
        return len(self.reason) >= SHORTEST_REASON
