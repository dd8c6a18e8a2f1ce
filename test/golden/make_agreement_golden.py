"""Golden values of agreement and shares. Run: python make_agreement_golden.py > agreement.json

Needs: pip install krippendorff scikit-learn statsmodels
"""

import json
from importlib.metadata import version

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.proportion import proportion_confint

# Hayes and Krippendorff (2007), nominal: four observers, twelve units, values missing.
TEXTBOOK = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def alpha_case(ratings):
    data = [[np.nan if v is None else v for v in rater] for rater in ratings]
    value = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    return {"ratings": ratings, "alpha": float(value)}


def ratings(seed, raters, units, noise, missing):
    rng = np.random.default_rng(seed)
    true = rng.choice(3, units, p=[0.2, 0.5, 0.3])
    rows = []
    for _ in range(raters):
        own = np.where(rng.random(units) < noise, rng.integers(0, 3, units), true)
        gone = rng.random(units) < missing
        rows.append([None if g else int(v) for v, g in zip(own, gone)])
    return rows


alpha = [alpha_case([[None if v is None else v - 1 for v in r] for r in TEXTBOOK])]
for seed, (raters, units, noise, missing) in enumerate(
    [(2, 30, 0.3, 0), (3, 40, 0.5, 0.2), (5, 25, 0.1, 0.4), (2, 50, 1.0, 0.1), (4, 12, 0.9, 0.3)]
):
    alpha.append(alpha_case(ratings(seed, raters, units, noise, missing)))

kappa = []
for seed, noise in enumerate([0.1, 0.4, 1.0]):
    a, b = ratings(100 + seed, 2, 40, noise, 0)
    kappa.append({"a": a, "b": b, "kappa": float(cohen_kappa_score(a, b))})

wilson = []
for hits, n in [(0, 5), (3, 7), (10, 10), (55, 240), (1, 1)]:
    for level in (0.9, 0.95):
        low, high = proportion_confint(hits, n, alpha=1 - level, method="wilson")
        wilson.append({"hits": hits, "n": n, "level": level, "lower": float(low), "upper": float(high)})

names = ("krippendorff", "scikit-learn", "statsmodels", "numpy")
print(json.dumps({"made_with": {n: version(n) for n in names}, "alpha": alpha, "kappa": kappa, "wilson": wilson}))
