"""The jobs of what admins keep: when tokens were last used is remembered beyond the process."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from app.engine.value import Instant
from app.jobs.schedule import Job, daily, every

TakeUses = Callable[[], Mapping[str, Instant]]
KeepUses = Callable[[Mapping[str, Instant]], None]


def token_job(take: TakeUses, keep: KeepUses) -> Job:
    """Once a minute, one small transaction: a decision only notes the time in memory."""

    async def remember() -> str:
        uses = take()
        await asyncio.to_thread(keep, uses)
        return f"{len(uses)} tokens used"

    return Job(name="remember-tokens", what="Remembers when tokens were last used", work=remember, trigger=every(60))


def cleaning_job(clean: Callable[[], Awaitable[str]]) -> Job:
    """Once a night: what is older than it is kept goes, in steps so small that no decision waits."""
    what = "Deletes calls, refusals and resolved alerts that are older than they are kept"
    return Job(name="clean-old", what=what, work=clean, trigger=daily(4, 7))
