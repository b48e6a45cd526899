"""`dialfloor dnc status | check | export`: what the national list in force is, of one number, and as text again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.dnc_numbers import KINDS, export_numbers, lists_of
from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.words import counted

if TYPE_CHECKING:
    from db.national_lists import Manifest, NationalList

_DATA = click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
NO_LIST = "No national list was imported into this folder; see: dialfloor dnc import --help"


@contextmanager
def _list(data: Path) -> "Iterator[NationalList]":
    """The list in force, or the end of the command with a sentence."""
    from app.engine.ports import StoreUnavailable
    from db.national_lists import NationalLists

    try:
        found = NationalLists(data.expanduser()).open()
    except StoreUnavailable as fault:
        fail_for(fault)
    if found is None:
        fail(NO_LIST)
    try:
        yield found
    finally:
        found.close()


@click.command("status")
@_DATA
@click.option("--verify", is_flag=True, help="Read the whole list and compare its SHA-256 with the manifest's.")
def status(*, data: Path, verify: bool) -> None:
    """The version in force: how old it is, of which files it was made, and until when it may be used."""
    with _list(data) as found:
        for line in _described(found.manifest):
            click.echo(line)
        if verify and found.bits.sha256() != found.manifest.bits_sha256:
            fail("The bits on the disk are not those that were imported; import the list again")
        if verify:
            click.echo("verified     the bits are those that were imported")


def _described(manifest: "Manifest") -> Iterator[str]:
    from app.clock import read_wall
    from app.engine.value import DAY
    from app.reports.cells import time_cell
    from db.national_lists import OLDEST

    oldest = manifest.oldest_taken_at
    age = (read_wall() - oldest) // DAY
    yield f"version      {manifest.id}"
    yield f"numbers      {manifest.numbers:,} in {counted(len(manifest.codes), 'area code')}"
    yield f"taken        {time_cell(manifest.taken_at)}, imported {time_cell(manifest.imported_at)} by {manifest.by}"
    yield f"account      {manifest.account or 'not said'}"
    yield f"oldest code  {counted(age, 'day')} old; it may be used until {time_cell(oldest + OLDEST)}"
    for source in manifest.sources:
        yield f"{source.role:<12} {source.name}, {counted(source.lines, 'line')}, SHA-256 {source.sha256}"


@click.command("check")
@click.argument("number")
@_DATA
@click.option("--tenant", help="Look into the lists of this tenant too.")
def check(*, number: str, data: Path, tenant: str | None) -> None:
    """Whether NUMBER is on the national list or, with --tenant, on one of that tenant's, as of now.

    Ends with 0 if it is not listed, with 1 if it is, or if the list says nothing of it any more.
    """
    from app.clock import read_wall
    from app.controller.import_contacts import normalise_phone

    phone = normalise_phone(number, "US")
    if phone is None or len(phone) != 12 or not phone.startswith("+1"):
        fail(f"'{number}' is not a number of +1; write ten digits")
    own = lists_of(data, tenant, phone) if tenant is not None else []
    for name in own:
        click.echo(f"{phone} is on the list {name} of {tenant}.")
    if own:
        click.get_current_context().exit(1)
    with _list(data) as found:
        if found.has(phone):
            click.echo(f"{phone} is on the national do-not-call list.")
        elif found.is_old(phone, read_wall()):
            click.echo(f"{phone} is not listed, but the copy for its area code is missing or older than 31 days.")
        else:
            click.echo(f"{phone} is not on the national do-not-call list.")
            return
    click.get_current_context().exit(1)


@click.command("export")
@_DATA
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.option("--kind", type=click.Choice(["national", *KINDS, "own"]), default="national", show_default=True)
@click.option("--tenant", help="Whose list, for any kind but national; own is all of them.")
@click.option("--area-code", "codes", multiple=True, type=click.IntRange(0, 999), help="Only this; may be repeated.")
def export(*, data: Path, out: Path, kind: str, tenant: str | None, codes: tuple[int, ...]) -> None:
    """Write a list to a file, whole or not at all.

    The national list in force is text, 212,5550134 a line, by area code; a tenant's own are CSV with who, when and why.
    """
    if kind != "national":
        if tenant is None:
            fail(f"--tenant is missing: whose {kind} list")
        export_numbers(out, data, tenant, None if kind == "own" else kind)
        return
    with _list(data) as found, stopped_by_signals("Stopped; nothing was written"):
        held = sorted(code.code for code in found.manifest.codes)
        missing = sorted(set(codes).difference(held))
        if missing:
            fail(f"The list holds no area code {', '.join(map(str, missing))}")
        try:
            lines = _write(found, out, sorted(set(codes)) or held)
        except OSError as fault:
            fail(f"{fault.filename or out} cannot be written ({fault.strerror}); nothing was written", UNWRITABLE)
    click.echo(f"{counted(lines, 'number')} written to {out}.")


def _write(found: "NationalList", out: Path, codes: list[int]) -> int:
    partial = out.with_name(f"{out.name}.part")
    written = 0
    try:
        with partial.open("w", encoding="ascii", newline="\n") as file:
            for code in codes:
                lines = found.bits.lines(code).tolist()
                file.writelines(f"{code:03},{line:07}\n" for line in lines)
                written += len(lines)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return written
