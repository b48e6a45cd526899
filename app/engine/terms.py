"""Settings that hold for a time: each field of a configuration may say when it goes back, and to what.

They are kept in the agent's configuration itself, under a key that no dialer and no limit reads: one row, written in
one transaction with the value it belongs to, read back with it after a restart. No I/O and no clock here.
"""

from collections.abc import Iterable

import msgspec

from app.engine.value import Instant, Value
from app.engine.windows import NEVER

TERMS_KEY = "dialfloorTerms"
"""Where an agent's configuration keeps its terms."""


class Term(Value, frozen=True, kw_only=True):
    """One field's term: at `until` it goes back to `back`, None being "not set". `by` asked for it."""

    until: Instant
    back: object
    by: str


def terms_of(configuration: dict[str, object]) -> dict[str, Term]:
    """The terms that run, by field. What cannot be read is no term: the value then stays until someone edits it."""
    if TERMS_KEY not in configuration:
        return {}
    try:
        return msgspec.convert(configuration[TERMS_KEY], dict[str, Term])
    except msgspec.ValidationError:
        return {}


def first_end(configuration: dict[str, object]) -> Instant:
    """When the first of its terms ends; `NEVER` without one."""
    return min((term.until for term in terms_of(configuration).values()), default=NEVER)


def with_terms(
    before: dict[str, object], after: dict[str, object], wanted: Iterable[str], until: Instant | None, by: str
) -> dict[str, object]:
    """`after`, an edit of the `wanted` fields of `before`, with the terms that then run.

    Without `until` what was wanted stays, so that a term of such a field is over. With it, each wanted field that
    the edit changes, or whose term runs already, goes back at `until`: to what it was before the first term, since
    one borrowed hour after another must not make the first one's value the lasting one.
    """
    terms = terms_of(before)
    for field in wanted:
        running = terms.pop(field, None)
        if until is None or (running is None and before.get(field) == after.get(field)):
            continue
        back = before.get(field) if running is None else running.back
        terms[field] = Term(until=until, back=back, by=by)
    return _kept(after, terms)


def gone_back(configuration: dict[str, object]) -> tuple[dict[str, object], dict[str, Term]]:
    """The configuration after its first end, and the terms that ended there: all that end in that microsecond."""
    end = first_end(configuration)
    terms = terms_of(configuration)
    ended = {field: term for field, term in terms.items() if term.until == end}
    back = {**configuration, **{field: term.back for field, term in ended.items()}}
    kept = {key: value for key, value in back.items() if value is not None}
    return _kept(kept, {field: term for field, term in terms.items() if field not in ended}), ended


def _kept(configuration: dict[str, object], terms: dict[str, Term]) -> dict[str, object]:
    plain = {key: value for key, value in configuration.items() if key != TERMS_KEY}
    return {**plain, TERMS_KEY: msgspec.to_builtins(terms)} if terms else plain
