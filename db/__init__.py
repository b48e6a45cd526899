"""SQLAlchemy 2 and SQLite behind the engine's ports; sees nothing above `app.engine`."""
