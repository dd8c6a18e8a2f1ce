"""Golden values of rank correlations from SciPy. Run: python make_polls_golden.py > polls.json"""

import json

import numpy as np
import scipy
from scipy import stats

cases = []
for seed, n, step in ((0, 5, 0.001), (1, 8, 0.1), (2, 20, 0.05), (3, 60, 0.001), (4, 12, 0.5)):
    rng = np.random.default_rng(seed)
    x = np.round(np.round(rng.normal(0, 0.3, n) / step) * step, 6)
    y = np.round(np.round((0.6 * x + rng.normal(0, 0.2, n)) / step) * step, 6)
    cases.append(
        {
            "x": x.tolist(),
            "y": y.tolist(),
            "spearman": float(stats.spearmanr(x, y).statistic),
            "kendall": float(stats.kendalltau(x, y).statistic),
        }
    )
print(json.dumps({"made": {"scipy": scipy.__version__, "numpy": np.__version__}, "cases": cases}))
