"""The jobs of what admins keep: when tokens were last used is remembered beyond the process."""

import asyncio
from collections.abc import Callable, Mapping

from app.engine.value import Instant
from app.jobs.schedule import Job, every

TakeUses = Callable[[], Mapping[str, Instant]]
KeepUses = Callable[[Mapping[str, Instant]], None]


def token_job(take: TakeUses, keep: KeepUses) -> Job:
    """Once a minute, one small transaction: a decision only notes the time in memory."""

    async def remember() -> str:
        uses = take()
        await asyncio.to_thread(keep, uses)
        return f"{len(uses)} tokens used"

    return Job(name="remember-tokens", what="Remembers when tokens were last used", work=remember, trigger=every(60))
