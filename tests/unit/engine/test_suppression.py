"""What a tenant's own lists say: by number, by list, and taken back when the log could not take it."""

from app.engine.suppression import ListKind, Suppressions

ANN, BEN = "+12125550134", "+12125550135"


def test_a_number_may_be_on_several_lists_and_counts_once() -> None:
    lists = Suppressions()
    assert (lists.kinds("acme", ANN), lists.count("acme"), sum(lists.counts("acme").values())) == ((), 0, 0)
    assert not lists.put("acme", ANN, ListKind.INTERNAL, is_listed=True)
    assert lists.put("acme", ANN, ListKind.INTERNAL, is_listed=True), "it was there"
    lists.put("acme", ANN, ListKind.LITIGATOR, is_listed=True)
    lists.put("acme", BEN, ListKind.LITIGATOR, is_listed=True)
    assert lists.kinds("acme", ANN) == (ListKind.INTERNAL, ListKind.LITIGATOR)
    assert (lists.count("acme"), dict(lists.counts("acme"))) == (
        2,
        {ListKind.INTERNAL: 1, ListKind.WRONG_NUMBER: 0, ListKind.LITIGATOR: 2},
    )
    assert lists.kinds("globex", ANN) == (), "another tenant's lists are its own"


def test_what_is_taken_off_or_taken_back_is_gone_from_every_count() -> None:
    lists = Suppressions()
    lists.restore([("acme", ANN, ListKind.INTERNAL, True), ("acme", ANN, ListKind.INTERNAL, False)])
    assert (lists.kinds("acme", ANN), lists.count("acme"), lists.counts("acme")[ListKind.INTERNAL]) == ((), 0, 0)
    before = lists.revision("acme")
    lists.put("acme", BEN, ListKind.WRONG_NUMBER, is_listed=True)
    lists.take_back("acme", BEN, ListKind.WRONG_NUMBER, is_listed=True)
    assert (lists.count("acme"), lists.counts("acme")[ListKind.WRONG_NUMBER]) == (0, 0)
    assert lists.revision("acme") == before
