"""Golden values for the tests of claims: Holm's adjustment, partial conjunctions and normal tail probabilities, from SciPy and statsmodels.

    python3 -m venv v && v/bin/pip install numpy scipy statsmodels && v/bin/python test/golden/make_claims_golden.py
"""

import json
import platform
from itertools import combinations
from pathlib import Path

import scipy
import statsmodels
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests

families = [
    [0.01, 0.04, 0.03],
    [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216],
    [0.5, 0.02, 0.02, 1.0, 0.0],
    [0.049],
]
numbers = [(0.2, 0.1, 0.0, 1), (0.2, 0.1, 0.0, -1), (-0.05, 0.08, 0.1, 1), (0.31, 0.02, 0.3, 1), (-0.4, 0.15, -0.1, -1)]


def side(value, half, threshold, direction):
    z = direction * (value - threshold) / (half / norm.ppf(0.975))
    return {
        "value": value,
        "half": half,
        "threshold": threshold,
        "side": direction,
        "pFor": min(1.0, 2 * norm.sf(z)),
        "pAgainst": min(1.0, 2 * norm.cdf(z)),
    }


def conjunction(p, least):
    """By the definition of Benjamini and Heller (2008): at least so many hold where no len(p) - least + 1 of them could all be null; each such
    set by Bonferroni's test of its intersection, the largest of all sets."""
    sets = combinations(p, len(p) - least + 1)
    return float(max(multipletests(one, method="bonferroni")[1].min() for one in sets))


partial = families + [[0.8, 0.001, 0.3, 0.004], [0.02, 0.02, 0.02, 0.9, 0.9, 0.9]]

golden = {
    "versions": {"python": platform.python_version(), "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "holm": [{"p": p, "adjusted": multipletests(p, method="holm")[1].tolist()} for p in families],
    "partialConjunction": [
        {"p": p, "least": least, "value": conjunction(p, least)} for p in partial for least in range(1, len(p) + 1)
    ],
    "sides": [side(*one) for one in numbers],
}
Path(__file__).with_name("claims.json").write_text(json.dumps(golden, indent=1) + "\n")
