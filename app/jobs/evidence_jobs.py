"""The jobs of the evidence: what the log holds is signed each day."""

import asyncio
from collections.abc import Callable

from app.engine.value import Instant
from app.jobs.schedule import Job, daily


def heads_job(sign: Callable[[Instant], str], now: Callable[[], Instant]) -> Job:
    """Once a day, after midnight UTC: the day that is over gets its root, and the chain a signed head."""

    async def work() -> str:
        return await asyncio.to_thread(sign, now())

    return Job(name="sign-heads", what="Signs the log's head and the day that is over", work=work, trigger=daily(0, 5))
