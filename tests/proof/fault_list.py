"""The faults there are, in the order of the table."""

from collections.abc import Sequence

from tests.proof import clocks, damage, disks, lines, owners, power, power_restore
from tests.proof.kills import Kills
from tests.proof.outcome import Fault


def fault_list() -> Sequence[Fault]:
    """All of them; those that keep a folder over their rounds begin anew with each list."""
    return (
        Fault(
            name="kill",
            what="SIGKILL at a random instant, in the start or in full flight",
            nightly=200,
            run=Kills().run,
        ),
        Fault(name="power", what="power lost: unsynced writes dropped or torn", nightly=10, run=power.run),
        Fault(name="power-new", what="power lost in the first start of a folder", nightly=1, run=power.run_first_start),
        Fault(name="power-restore", what="power lost while a copy is restored", nightly=1, run=power_restore.run),
        Fault(name="full", what="a disk without room", nightly=3, run=disks.full),
        Fault(
            name="read-only",
            what="a disk made read-only under the engine, and before it",
            nightly=2,
            run=disks.read_only,
        ),
        Fault(name="io-error", what="writes and syncs that fail", nightly=4, run=disks.input_output_error),
        Fault(name="slow-disk", what="200 ms a sync", nightly=2, run=disks.slow),
        Fault(name="hung-job", what="a job that does not end", nightly=2, run=disks.hung_job),
        Fault(name="page", what="a page of the database overwritten", nightly=10, run=damage.page),
        Fault(name="wal", what="a place in the write-ahead log overwritten", nightly=5, run=damage.log),
        Fault(name="two-owners", what="a second engine, with and without the lock file", nightly=2, run=owners.two),
        Fault(name="stopped", what="SIGSTOP for a minute", nightly=1, run=owners.stopped),
        Fault(name="wall-clock", what="the wall clock set by an hour and a day, both ways", nightly=3, run=clocks.wall),
        Fault(name="summer-time", what="both changes of summer time", nightly=2, run=clocks.summer_time),
        Fault(name="half-open", what="10,000 connections that send half a head", nightly=1, run=lines.half_open),
        Fault(name="slow-body", what="bodies of a byte a second", nightly=1, run=lines.slow_bodies),
        Fault(name="deaf-window", what="windows that stop reading the feed", nightly=1, run=lines.deaf_window),
    )
