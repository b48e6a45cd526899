"""`dialfloor contacts`: what can be done with contacts."""

import click

from app.cli import contacts_command, import_worker

command = click.Group("contacts", help="Contacts: whom the dialers are to call.")
command.add_command(contacts_command.command)
command.add_command(import_worker.command)
