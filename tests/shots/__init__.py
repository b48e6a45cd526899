"""Pictures of every state of the window, for the documentation and for eyes: `python -m tests.shots`."""
