"""Loaded by schemathesis: every second path gets ids that exist, so that an attack reaches what is behind them."""

import json
import os
import random
from typing import Any

import schemathesis
from hypothesis import strategies as st

_WORDS = st.text("abc \u00e4\u05d0'=", min_size=3, max_size=60).map(lambda said: f"why {said} so")
# What a lookahead demands cannot be generated but by trying again and again: tests/proof/attack.py names a format.
schemathesis.openapi.format("dialfloor-text", _WORDS)

_KNOWN: dict[str, list[str]] = json.loads(os.environ.get("DIALFLOOR_ATTACK_IDS", "{}"))


@schemathesis.hook
def map_path_parameters(
    context: schemathesis.HookContext, path_parameters: dict[str, Any] | None
) -> dict[str, Any] | None:
    """The path's parameters, or known ones in their place."""
    if path_parameters is None:
        return None
    dice = random.Random(repr(sorted(path_parameters.items())))
    return {
        name: dice.choice(_KNOWN[name]) if name in _KNOWN and dice.random() < 0.6 else value
        for name, value in path_parameters.items()
    }
