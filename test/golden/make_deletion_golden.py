"""Golden values of differences of two shares (Newcombe's hybrid score interval). Run: python make_deletion_golden.py > deletion.json"""

import json

import statsmodels
from statsmodels.stats.proportion import confint_proportions_2indep

cases = []
for hits1, n1, hits2, n2 in ((56, 70, 48, 80), (9, 10, 3, 10), (0, 40, 7, 55), (0, 10, 0, 20), (30, 30, 0, 25), (3, 400, 19, 380)):
    for level in (0.9, 0.95):
        low, high = confint_proportions_2indep(hits1, n1, hits2, n2, method="newcomb", compare="diff", alpha=1 - level)
        cases.append({"hits": [hits1, hits2], "n": [n1, n2], "level": level, "lower": float(low), "upper": float(high)})
print(json.dumps({"made": {"statsmodels": statsmodels.__version__}, "cases": cases}))
