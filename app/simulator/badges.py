"""The tokens that simulated agents work with: one each where an admin's token can make them, else one for all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.gateway import Gateway
from app.simulator.crew import CrewMember
from app.wire.operator import CreateToken, TokenMade


class NotAllowed(Exception):
    """The token is neither a dialer's nor an admin's; `str()` says so to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badges:
    """A token for each crew member in order, and the campaigns they may be dealt.

    `personal` says whether each has a token of its own, made by an admin's; such an admin may also end sessions.
    """

    tokens: tuple[str, ...] = field(repr=False)
    campaign_ids: tuple[str, ...]
    personal: bool


@contextmanager
def badges_for(gateway: Gateway, token: str, crew: Sequence[CrewMember]) -> Iterator[Badges]:
    """Makes a dialer user and token for each member and revokes the tokens at the end; shares a dialer's `token`.

    Raises:
        NotAllowed: the token's role can neither dial nor make dialers.
        GatewayRefused, GatewayUnreachable: the engine refused or is not there.
    """
    if not _may_make_tokens(gateway):
        yield Badges(tokens=(token,) * len(crew), campaign_ids=(), personal=False)
        return
    made: list[TokenMade] = []
    try:
        campaign_ids = tuple(campaign.id for campaign in gateway.campaigns().campaigns)
        for member in crew:
            made.append(gateway.create_token(CreateToken(user=member.name, role="dialer")))  # noqa: PERF401
        yield Badges(tokens=tuple(badge.token for badge in made), campaign_ids=campaign_ids, personal=True)
    finally:
        _revoke(gateway, made)


def _revoke(gateway: Gateway, made: Sequence[TokenMade]) -> None:
    # An engine that has gone takes nobody's calls, and one that refuses has its reason: neither spoils the counts.
    with suppress(GatewayRefused, GatewayUnreachable):
        for badge in made:
            gateway.revoke_token(badge.id)


def _may_make_tokens(gateway: Gateway) -> bool:
    try:
        me = gateway.me()
    except GatewayRefused as refused:
        # `/v1/me` is closed to dialers, and to them only.
        if refused.status == 403:
            return False
        raise
    if me.role == "dialer":
        return False
    if me.role != "admin":
        raise NotAllowed(f"A simulated floor needs a dialer's or an admin's token, and {me.user} is {me.role}")
    return True
