"""Golden values from SciPy and statsmodels. Run: python make_golden.py > golden.json"""

import json

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats import sandwich_covariance as sw


def student_t():
    rows = []
    for df in (1, 2, 3.5, 9, 30, 400, 1e5):
        for p in (0.6, 0.9, 0.95, 0.975, 0.995, 0.9999):
            rows.append({"df": df, "p": p, "t": float(stats.t.ppf(p, df))})
    return rows


def clustered(weighted):
    """Two-way clustered variance of a mean and of a difference of means (Cameron, Gelbach and Miller)."""
    cases = []
    for seed in range(4):
        rng = np.random.default_rng(seed)
        n = 120
        author = rng.integers(0, 25, n)
        copies = rng.integers(0, 60, n)
        after = rng.integers(0, 2, n)
        level = rng.normal(0, 0.6, 25)[author] + 0.3 * after
        y = np.sign(np.round(level + rng.normal(0, 0.8, n))).astype(int)

        weight = np.round(rng.uniform(0.1, 3, n), 3) if weighted else np.ones(n)

        def variances(x):
            fit = sm.WLS(y, x, weights=weight).fit()
            both = author * 1000 + copies
            out = {}
            for name, group in (("author", author), ("copies", copies), ("both", both)):
                g = len(np.unique(group))
                cov = sw.cov_cluster(fit, group, use_correction=False) * g / (g - 1)
                out[name] = float(cov[-1, -1])
            return float(fit.params[-1]), out

        mean, mean_var = variances(np.ones((n, 1)))
        diff, diff_var = variances(np.column_stack([np.ones(n), after]))
        cases.append(
            {
                "author": author.tolist(),
                "copies": copies.tolist(),
                "after": after.tolist(),
                "y": y.tolist(),
                **({"weight": weight.tolist()} if weighted else {}),
                "mean": mean,
                "meanVariance": mean_var,
                "difference": diff,
                "differenceVariance": diff_var,
            }
        )
    return cases


print(
    json.dumps(
        {
            "made_with": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": np.__version__},
            "studentT": student_t(),
            "clustered": clustered(weighted=False),
            "clusteredWeighted": clustered(weighted=True),
        }
    )
)
