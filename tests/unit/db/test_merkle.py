"""The Merkle root is that of RFC 6962, section 2.1: against its recursive definition, word by word."""

import hashlib

import pytest

from db.merkle import MerkleRoot


def defined(leaves: list[bytes]) -> bytes:
    """MTH of the RFC: split at the largest power of two below the count."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + defined(leaves[:split]) + defined(leaves[split:])).digest()


@pytest.mark.parametrize("count", [*range(20), 63, 64, 65, 1_000])
def test_the_root_is_that_of_the_definition(count: int) -> None:
    leaves = [bytes([number % 256]) * 32 for number in range(count)]
    assert MerkleRoot(leaves).root() == defined(leaves)
