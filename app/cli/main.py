"""`dialfloor`: the window without a command; each command in a module of its own, imported when it is asked for."""

import importlib
from pathlib import Path

import click

from app.cli.token_option import token_option
from app.version import VERSION

_COMMANDS = {
    "demo": ("app.cli.demo_command", "The window over a simulated floor in a temporary folder."),
    "serve": ("app.cli.serve_command", "The engine without a window: owns a folder, answers dialers and windows."),
    "token": (
        "app.cli.token_command",
        "Make, list and revoke tokens: dialers', supervisors', admins', compliance officers'.",
    ),
    "contacts": ("app.cli.contacts_group", "Import contacts from CSV."),
    "simulate": ("app.cli.simulate_command", "A floor of simulated dialers against a running engine."),
    "export": ("app.cli.export_command", "Calls, refusals or the audit trail as CSV."),
    "may-call": ("app.cli.may_call_command", "Whether numbers may be called at given instants, and why not (CSV)."),
    "what-if": (
        "app.cli.what_if_command",
        "What edits of limits would do: now, and to yesterday's calls.",
    ),
    "dnc": ("app.cli.dnc_group", "Do-not-call lists: import, status, look-up of one number, export."),
    "restore": ("app.cli.restore_command", "Put a copy of the database in its place."),
    "verify": ("app.cli.verify_command", "Prove from the log that no limit was passed and the audit trail is whole."),
    "heads": ("app.cli.heads_group", "Signed heads of the log, to be kept elsewhere."),
    "hold": ("app.cli.hold_group", "Legal holds, each of which stops every deletion of what it names."),
    "erase": ("app.cli.erase_command", "One person's number out of the log, which still proves itself."),
    "doctor": ("app.cli.doctor_command", "What works on this machine, and what to do about what does not."),
    "jobs": ("app.cli.jobs_command", "When each scheduled job last ran and will run."),
}


class _Commands(click.Group):
    """Knows every command by name and imports only the one that is called: a window must start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order a new user needs them."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, what) for name, (_, what) in _COMMANDS.items()])


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="Dialfloor")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="The data folder of the local engine; your own data folder without it.",
)
@click.option("--connect", metavar="URL", help="Show the floor of a shared engine instead of a local one.")
@token_option("The token for --connect, of a supervisor, admin or compliance officer", required=False)
@click.pass_context
def main(ctx: click.Context, data: Path | None, connect: str | None, token: str | None) -> None:
    """Dialfloor: the supervisor's desktop for outbound dialing floors.

    Without a command it opens the window: over its own engine on a data folder, or with --connect over a shared one.
    """
    if ctx.invoked_subcommand is not None:
        return
    from app.cli.window_command import open_window

    ctx.exit(open_window(data, connect, token))
