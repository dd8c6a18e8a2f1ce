"""Golden values for regressions with autocorrelated noise and for multiplicity: statsmodels, SciPy, NumPy.

    python3 -m venv v && v/bin/pip install numpy scipy statsmodels && v/bin/python test/golden/make_events_golden.py
"""

import json
import platform
from pathlib import Path

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq
from scipy.stats import multivariate_normal, norm
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(20240701)
N = 24


def autocovariance(variance, first, second):
    rho = [1.0, first]
    phi = (first * (1 - second), second)
    for _ in range(2, N):
        rho.append(phi[0] * rho[-1] + phi[1] * rho[-2])
    return variance * np.array([[rho[abs(i - j)] for j in range(N)] for i in range(N)])


step = np.array([min(1.0, max(0.0, t + 1 - 11.4)) for t in range(N)])
trend = np.array([2 * t / (N - 1) - 1 for t in range(N)])
variances = np.round(rng.uniform(0.5, 2.0, N) * 0.0016, 6)
values = np.round(
    rng.multivariate_normal(np.zeros(N), autocovariance(0.001, 0.5, 0.2) + np.diag(variances)) + 0.1 - 0.08 * step, 5
)
missing = [4, 5, 17]
seen = np.array([t for t in range(N) if t not in missing])

states = []
for variance, first, second in [
    (0.0, 0.0, 0.0),
    (0.001, 0.5, 0.2),
    (0.003, 0.8, 0.0),
    (0.002, -0.3, 0.3),
    (0.0005, 0.3, -0.4),
]:
    sigma = (autocovariance(variance, first, second) + np.diag(variances))[np.ix_(seen, seen)]
    design = sm.add_constant(np.column_stack([trend, step])[seen])
    fit = sm.GLS(values[seen], design, sigma=sigma).fit()
    # GLS estimates a scale; with the covariance known it is 1.
    covariance = np.linalg.inv(design.T @ np.linalg.solve(sigma, design))
    states.append(
        {
            "processVariance": variance,
            "partial": [first, second],
            "logLikelihood": multivariate_normal.logpdf(values[seen] - design @ fit.params, np.zeros(len(seen)), sigma),
            "logDeterminant": np.linalg.slogdet(sigma)[1],
            "step": fit.params[2],
            "standardError": float(np.sqrt(covariance[2, 2])),
            "restricted": -0.5
            * (
                np.linalg.slogdet(sigma)[1]
                + np.linalg.slogdet(design.T @ np.linalg.solve(sigma, design))[1]
                + (values[seen] - design @ fit.params) @ np.linalg.solve(sigma, values[seen] - design @ fit.params)
            ),
        }
    )

weights = np.exp([s["restricted"] for s in states])
weights /= weights.sum()
means = np.array([s["step"] for s in states])
errors = np.array([s["standardError"] for s in states])


def quantile(p):
    return brentq(lambda x: weights @ norm.cdf((x - means) / errors) - p, -2, 2, xtol=1e-14)


mean = float(weights @ means)
mixture = {
    "value": mean,
    "standardError": float(np.sqrt(weights @ (errors**2 + means**2) - mean**2)),
    "lower": quantile(0.025),
    "upper": quantile(0.975),
    "probability": float(2 * min(weights @ norm.cdf(-means / errors), 1 - weights @ norm.cdf(-means / errors))),
}

design = sm.add_constant(np.column_stack([trend, step]))
glsar = sm.GLSAR(values, design, rho=1)
fitted = glsar.iterative_fit(maxiter=50)
rho = float(np.atleast_1d(glsar.rho)[0])
# Prais and Winsten keep the first bin, which GLSAR drops: here by the full covariance.
prais = sm.GLS(values, design, sigma=autocovariance(1.0, rho, 0.0)).fit()

p_values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]
golden = {
    "versions": {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__,
    },
    "series": {"values": values.tolist(), "variances": variances.tolist(), "missing": missing, "at": 11.4},
    "states": states,
    "mixture": mixture,
    "glsar": {"rho": rho, "params": fitted.params.tolist()},
    "prais": {"params": prais.params.tolist(), "standardErrors": prais.bse.tolist()},
    "multiplicity": {
        "pValues": p_values,
        "benjaminiHochberg": multipletests(p_values, method="fdr_bh")[1].tolist(),
        "stepDownSidak": multipletests(p_values, method="holm-sidak")[1].tolist(),
    },
}
Path(__file__).with_name("events.json").write_text(json.dumps(golden, indent=1) + "\n")
