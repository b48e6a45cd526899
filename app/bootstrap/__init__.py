"""The only wiring: settings, stores, engine, API, jobs, window."""
