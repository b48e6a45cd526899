"""Files on their way into a folder: kept as they come, block by block, beside the loop."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from app.controller.import_orders import FileTooLarge

_FLUSH = 1 << 20


async def keep_file(path: Path, blocks: AsyncIterator[bytes], most: int) -> int:
    """Write what comes to `path`; returns its bytes. A file that does not come whole is deleted again.

    Raises:
        FileTooLarge: past `most` bytes.
    """
    try:
        return await _write(path, blocks, most)
    except BaseException:
        await asyncio.to_thread(path.unlink, missing_ok=True)
        raise


async def _write(path: Path, blocks: AsyncIterator[bytes], most: int) -> int:
    await asyncio.to_thread(path.parent.mkdir, mode=0o700, parents=True, exist_ok=True)
    size = 0
    held = bytearray()
    with path.open("wb") as out:
        async for block in blocks:
            size += len(block)
            if size > most:
                raise FileTooLarge
            held += block
            if len(held) >= _FLUSH:
                await asyncio.to_thread(out.write, bytes(held))
                held.clear()
        await asyncio.to_thread(out.write, bytes(held))
    return size
