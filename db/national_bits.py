"""The national do-not-call list as bits: ten million to an area code, in one file that is memory-mapped.

Only area codes that are present have a place in the file, in the order in which they came.
"""

import hashlib
import mmap
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CODES = 1_000
LINES = 10_000_000
SLOT_BYTES = LINES // 8
_LET_GO_AFTER = 4_000_000
"""Numbers between two moments at which pages are given back to the system, so that memory stays flat."""


class BitsWriter:
    """A new file of bits. Close it; what is written is on the disk once `sync` has returned."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._map: mmap.mmap | None = None
        self._bits: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._slots = np.full(CODES, -1, np.int64)
        self._since_let_go = 0
        self.codes: list[int] = []

    def add(self, codes: NDArray[np.int64], lines: NDArray[np.int64]) -> None:
        """Put numbers on the list, in any order and as often as they come."""
        at, bits = self._places(codes, lines)
        self._bits[at] |= bits
        self._let_go(len(codes))

    def remove(self, codes: NDArray[np.int64], lines: NDArray[np.int64]) -> None:
        """Take numbers off the list; those that are not on it change nothing."""
        known = self._slots[codes] >= 0
        at, bits = self._places(codes[known], lines[known])
        self._bits[at] &= ~bits
        self._let_go(len(codes))

    def copy(self, code: int, slot: bytes | memoryview) -> None:
        """Take an area code over from another file; it must not be here yet."""
        self._make_room([code])
        start = int(self._slots[code]) * SLOT_BYTES
        self._bits[start : start + SLOT_BYTES] = np.frombuffer(slot, np.uint8)
        self._let_go(_LET_GO_AFTER)

    def counts(self) -> list[int]:
        """How many numbers each of `codes` has."""
        counts = []
        for slot in range(len(self.codes)):
            words = self._bits[slot * SLOT_BYTES : (slot + 1) * SLOT_BYTES].view(np.uint64)
            counts.append(int(np.bitwise_count(words).sum()))
            self._let_go(_LET_GO_AFTER)
        return counts

    def sync(self) -> str:
        """Write everything to the disk; returns the file's SHA-256 in hex."""
        digest = hashlib.sha256()
        if self._map is not None:
            self._map.flush()
        self._file.flush()
        os.fsync(self._file.fileno())
        for slot in range(len(self.codes)):
            digest.update(self._bits[slot * SLOT_BYTES : (slot + 1) * SLOT_BYTES].data)
            self._let_go(_LET_GO_AFTER)
        return digest.hexdigest()

    def close(self) -> None:
        """Let go of the file."""
        self._unmap()
        self._file.close()

    def _places(
        self, codes: NDArray[np.int64], lines: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The bytes that hold the numbers, each once, and the bits of them that are meant."""
        slots = self._slots[codes]
        if (slots < 0).any():
            self._make_room(np.unique(codes[slots < 0]).tolist())
            slots = self._slots[codes]
        places = slots * LINES + lines
        if (places[1:] < places[:-1]).any():
            places.sort()
        at = places >> 3
        bits = np.left_shift(1, places & 7).astype(np.uint8)
        starts = np.flatnonzero(np.diff(at, prepend=-1))
        return at[starts], np.bitwise_or.reduceat(bits, starts)

    def _make_room(self, codes: Sequence[int]) -> None:
        for code in codes:
            self._slots[code] = len(self.codes)
            self.codes.append(code)
        self._unmap()
        # New room reads as zeros and takes no disk until it is written.
        self._file.truncate(len(self.codes) * SLOT_BYTES)
        self._map = mmap.mmap(self._file.fileno(), len(self.codes) * SLOT_BYTES)
        self._bits = np.frombuffer(self._map, np.uint8)

    def _unmap(self) -> None:
        self._bits = np.zeros(0, np.uint8)
        if self._map is not None:
            self._map.close()
            self._map = None

    def _let_go(self, numbers: int) -> None:
        self._since_let_go += numbers
        if self._since_let_go >= _LET_GO_AFTER and self._map is not None and hasattr(mmap, "MADV_DONTNEED"):
            # The map is shared with the file: what was written stays in the system's cache, and is no longer ours.
            self._map.madvise(mmap.MADV_DONTNEED)
            self._since_let_go = 0


class BitsReader:
    """A file of bits to look numbers up in. A version that was replaced stays whole for whoever holds it."""

    def __init__(self, path: Path, codes: Iterable[int]) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._starts: Mapping[int, int] = {code: slot * SLOT_BYTES for slot, code in enumerate(codes)}
        if len(self._map) != len(self._starts) * SLOT_BYTES:
            self._map.close()
            message = f"{path} is not as long as its manifest says; import the list again"
            raise ValueError(message)

    def has(self, number: int) -> bool:
        """Whether a number (ten digits) is listed; False too for an area code that is not here."""
        start = self._starts.get(number // LINES)
        if start is None:
            return False
        line = number % LINES
        return self._map[start + (line >> 3)] >> (line & 7) & 1 == 1

    def slot(self, code: int) -> bytes:
        """The bits of one area code."""
        start = self._starts[code]
        return self._map[start : start + SLOT_BYTES]

    def lines(self, code: int) -> NDArray[np.int64]:
        """The seven digits of every number of an area code, rising."""
        return np.flatnonzero(np.unpackbits(np.frombuffer(self.slot(code), np.uint8), bitorder="little"))

    def sha256(self) -> str:
        """SHA-256 of the file in hex, to compare with the manifest's."""
        digest = hashlib.sha256()
        for start in self._starts.values():
            digest.update(self._map[start : start + SLOT_BYTES])
        return digest.hexdigest()

    def close(self) -> None:
        """Let go of the file."""
        self._map.close()
