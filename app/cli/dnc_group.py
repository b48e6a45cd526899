"""`dialfloor dnc`: what can be done with do-not-call lists."""

import click

from app.cli import dnc_import_command, dnc_look_commands, national_worker

command = click.Group("dnc", help="Do-not-call lists: import, status, look-up of one number, export.")
command.add_command(dnc_import_command.command)
command.add_command(dnc_look_commands.status)
command.add_command(dnc_look_commands.check)
command.add_command(dnc_look_commands.export)
command.add_command(national_worker.command)
