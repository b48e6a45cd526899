"""What is asked of the fake floor's folder beyond the floor: people, imports, copies, in one hand."""

from typing import TYPE_CHECKING

from tests.fakes.admin_gateway import FakeAdmin
from tests.fakes.backups_gateway import FakeBackups
from tests.fakes.exports_gateway import FakeExports
from tests.fakes.holds_gateway import FakeHolds
from tests.fakes.imports_gateway import FakeImports
from tests.fakes.lists_gateway import FakeLists

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway


class FakeFolder:
    """A folder that has been in use for a while."""

    def __init__(self, floor: "FloorGateway") -> None:
        # A floor without agents is a fresh installation: nobody has settled in.
        self.admin = FakeAdmin(floor).settle_in() if floor.world.people else FakeAdmin(floor)
        self.exports = FakeExports(floor).settle_in() if floor.world.people else FakeExports(floor)
        self.imports = FakeImports(floor)
        self.backups = FakeBackups(floor).settle_in()
        self.holds = FakeHolds(floor)
        self.lists = FakeLists(floor).settle_in() if floor.world.people else FakeLists(floor)


class FolderAnswers:
    """The gateway's attributes of them."""

    folder: FakeFolder

    @property
    def admin(self) -> FakeAdmin:
        return self.folder.admin

    @property
    def exports(self) -> FakeExports:
        return self.folder.exports

    @property
    def imports(self) -> FakeImports:
        return self.folder.imports

    @property
    def lists(self) -> FakeLists:
        return self.folder.lists

    @property
    def backups(self) -> FakeBackups:
        return self.folder.backups

    @property
    def holds(self) -> FakeHolds:
        # Settled in when first asked: campaigns are named from the folder itself.
        found = self.folder.holds
        return found if found.made or not self.folder.admin.lists else found.settle_in()
