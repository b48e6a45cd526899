"""`dialfloor contacts`: what can be done with contacts."""

import click

from app.cli import contacts_command


@click.group()
def command() -> None:
    """Contacts: whom the dialers are to call. Does nothing without a subcommand."""


command.add_command(contacts_command.command)
