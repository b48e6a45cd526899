"""Alembic's entry: runs the migrations on the connection that `db.open` hands it, never on one of its own."""

from alembic import context

from db.abandonment_tables import METADATA

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
