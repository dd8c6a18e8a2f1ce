"""Merkle tree hashes of RFC 6962, section 2.1, by its recursive definition. Python 3.11, hashlib only.

Run from the repository root: python3 test/golden/make_merkle_golden.py
The first lists are those of the reference log's own test (certificate-transparency, merkle_tree_test.cc).
"""

import hashlib
import json


def tree_hash(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + tree_hash(leaves[:split]) + tree_hash(leaves[split:])).digest()


KNOWN = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]
lists = [KNOWN[:n] for n in range(len(KNOWN) + 1)]
for n in (15, 16, 17, 31, 100, 1000):
    lists.append([hashlib.sha256(str(i).encode()).digest() for i in range(n)])

cases = [{"leaves": [leaf.hex() for leaf in leaves] if len(leaves) < 9 else len(leaves), "root": tree_hash(leaves).hex()} for leaves in lists]
with open("test/golden/merkle.json", "w", encoding="utf-8") as file:
    json.dump({"python": "3.11", "cases": cases}, file, indent=1)
    file.write("\n")
