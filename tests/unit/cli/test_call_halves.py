"""Two processes write what one writes, to the byte; a helper that is ended from outside ends the export."""

from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from app.cli.call_halves import call_blocks
from app.compliance.area_codes import read_area_codes
from app.engine.ports import StoreUnavailable
from app.engine.value import SECOND
from app.reports.call_lines import call_lines
from app.reports.csv_export import block_of
from db.export_rows import Range, call_cuts, call_pages, names_of
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    for number in range(23):
        # Batches share an instant: stretches are cut within them too.
        folder.call(T0 + number // 4 * SECOND)
    yield folder
    folder.close()


def everything(log: LogFolder) -> Range:
    return Range(log.tenant.id, T0, T0 + 60 * SECOND)


def database(log: LogFolder) -> Path:
    (found,) = log.connection.execute("PRAGMA database_list").fetchall()
    return Path(found[2])


@pytest.mark.parametrize("rows", [2, 5, 23, 24])
def test_a_file_of_two_is_the_file_of_one(log: LogFolder, rows: int) -> None:
    lines = call_lines(read_area_codes(), names_of(log.connection, log.tenant.id))
    one = [block_of(lines(page), len(page)) for page in call_pages(log.connection, everything(log))]
    two = list(call_blocks(log.connection, database(log), everything(log), rows))
    assert b"".join(content for _, content in two) == b"".join(content for _, content in one)
    assert sum(count for count, _ in two) == 23
    assert active_children() == []


def test_stretches_meet_without_a_gap(log: LogFolder) -> None:
    cuts = list(call_cuts(log.connection, everything(log), 7))
    assert len(cuts) == 3
    sizes = [
        sum(map(len, call_pages(log.connection, everything(log), after, until)))
        for after, until in zip([None, *cuts], [*cuts, None], strict=True)
    ]
    assert sizes == [7, 7, 7, 2]


def test_a_helper_that_is_killed_ends_the_export(log: LogFolder) -> None:
    blocks = call_blocks(log.connection, database(log), everything(log), 2)
    next(blocks)
    (helper,) = active_children()
    helper.kill()
    with pytest.raises(StoreUnavailable, match="ended from outside; no file was written"):
        list(blocks)
