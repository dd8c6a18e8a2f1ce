"""Allocations of samples and keyed draws, made without our code: python3 make_sample_design_golden.py > sample-design.json

Allocation: exhaustive search over all whole-number allocations within the bounds for the least sum of (N S)^2 / n
(small cases), and the textbook formula n N S / sum(N S) for large ones, where rounding does not matter.
Draws: sorting by hashlib's SHA-256."""

import hashlib
import itertools
import json
import math
import platform
import random


def mixed(strata, share):
    population = sum(n for n, _ in strata)
    mean = sum(n * s for n, s in strata) / population
    return [n * (share * s + (1 - share) * mean) if mean > 0 else n for n, s in strata]


def floors(strata, n, least):
    population = sum(size for size, _ in strata)
    return [min(size, max(2, math.ceil(least * n * size / population))) for size, _ in strata]


def best(strata, n, share, least):
    totals, low = mixed(strata, share), floors(strata, n, least)
    ranges = [range(a, min(size, n) + 1) for a, (size, _) in zip(low, strata)]
    found = None
    for allocation in itertools.product(*ranges):
        if sum(allocation) != n:
            continue
        variance = sum(t * t / a for t, a in zip(totals, allocation) if a > 0)
        if found is None or variance < found[0]:
            found = (variance, list(allocation))
    return found


rng = random.Random(20240701)
exact = []
while len(exact) < 40:
    strata = [(rng.randint(2, 40), round(rng.random(), 3)) for _ in range(rng.randint(1, 4))]
    n, share, least = rng.randint(6, 25), rng.choice([0, 0.5, 1]), rng.choice([0, 0.2, 0.5])
    if sum(floors(strata, n, least)) > n or sum(size for size, _ in strata) < n:
        continue
    variance, allocation = best(strata, n, share, least)
    exact.append({"strata": strata, "n": n, "neymanShare": share, "leastShare": least, "variance": variance,
                  "allocation": allocation})

large = []
for share in [0, 0.5, 1]:
    strata = [(rng.randint(50_000, 900_000), 0.1 + round(rng.random(), 3)) for _ in range(8)]
    totals, n = mixed(strata, share), 20_000
    large.append({"strata": strata, "n": n, "neymanShare": share, "allocation": [n * t / sum(totals) for t in totals]})

units = [(f"{rng.getrandbits(64):016x}", rng.randrange(3)) for _ in range(60)]
sizes, key = [5, 0, 30], "1/wave-1"
place = lambda identifier: hashlib.sha256(f"{key}\n{identifier}".encode()).hexdigest()
draw = [sorted((i for i, s in units if s == h), key=place)[: sizes[h]] for h in range(3)]

print(json.dumps({
    "made": {"by": "test/golden/make_sample_design_golden.py", "python": platform.python_version()},
    "exact": exact, "large": large,
    "draw": {"key": key, "sizes": sizes, "units": units, "ids": draw},
}))
