"""The wire from the other side: all that a window, a command line or a dialer may ask of an engine.

Knows `app.wire` and nothing of the engine's insides.
"""
