"""Scheduled work on APScheduler. Nothing here decides: a job that is late or missed changes no answer."""
