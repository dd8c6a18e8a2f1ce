"""Golden values of changes, trend and monitoring. Run: python make_change_golden.py > change.json

Needs: pip install numpy scipy statsmodels ruptures
"""

import itertools
import json
from importlib.metadata import version

import numpy as np
import ruptures
from scipy.stats import multivariate_normal
from statsmodels.tsa.statespace.mlemodel import MLEModel
from statsmodels.tsa.statespace.structural import UnobservedComponents


def rounded(values):
    return [round(float(v), 6) for v in values]


def steps(rng, n, changes, noise):
    level = np.zeros(n)
    for at, size in changes:
        level[at:] += size
    return level + noise * rng.standard_normal(n)


def partitions():
    cases = []
    for seed, (n, changes) in enumerate([(60, [(25, 1.5)]), (80, [(20, 2), (50, -1)]), (50, [])]):
        y = np.array(rounded(steps(np.random.default_rng(seed), n, changes, 1.0)))
        model = ruptures.Dynp(model="l2", min_size=4, jump=1).fit(y)
        best = []
        for k in (1, 2, 3):
            ends = model.predict(n_bkps=k)
            best.append({"changes": ends[:-1], "cost": float(model.cost.sum_of_costs(ends))})
        pelt = []
        for penalty in (4.0, 9.0, 20.0):
            ends = ruptures.Pelt(model="l2", min_size=4, jump=1).fit(y).predict(pen=penalty)
            pelt.append({"penalty": penalty, "changes": ends[:-1]})
        cases.append({"y": y.tolist(), "dynp": best, "pelt": pelt})
    return cases


def covariance(variances, process_variance, autocorrelation):
    n = len(variances)
    lags = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    return np.diag(variances) + process_variance * autocorrelation**lags


def segments():
    """−2 log likelihood of segments by dense matrices, missing bins left out."""
    cases = []
    for seed, shape in enumerate(["level", "slope", "level", "slope"]):
        rng = np.random.default_rng(10 + seed)
        n, process_variance, autocorrelation = 12, 0.3 * seed, 0.25 * seed
        y = np.array(rounded(rng.standard_normal(n)))
        variances = np.array(rounded(rng.uniform(0.2, 2, n)))
        present = np.array(rng.random(n) > 0.2)
        costs = []
        for start, end in [(0, 12), (3, 11), (5, 12)]:
            keep = [t for t in range(start, end) if present[t]]
            sigma = covariance(variances, process_variance, autocorrelation)[np.ix_(keep, keep)]
            x = np.ones((len(keep), 1)) if shape == "level" else np.column_stack([np.ones(len(keep)), np.array(keep) - start])
            inverse = np.linalg.inv(sigma)
            residual = y[keep] - x @ np.linalg.solve(x.T @ inverse @ x, x.T @ inverse @ y[keep])
            information = np.linalg.slogdet(x.T @ inverse @ x)[1]
            full = float(np.linalg.slogdet(sigma)[1] + residual @ inverse @ residual)
            costs.append({"start": start, "end": end, "cost": full, "restricted": full + float(information)})
        cases.append(
            {"shape": shape, "y": y.tolist(), "variances": variances.tolist(), "present": present.tolist(),
             "processVariance": process_variance, "autocorrelation": autocorrelation, "costs": costs}
        )
    return cases


class KnownErrors(MLEModel):
    """Local level with an error variance of its own in each bin."""

    def __init__(self, endog, variances, level_variance, irregular_variance):
        super().__init__(endog, k_states=1, initialization="approximate_diffuse", loglikelihood_burn=1)
        self.ssm.initialize_approximate_diffuse(1e9)
        self["design", 0, 0] = self["transition", 0, 0] = self["selection", 0, 0] = 1.0
        self["state_cov", 0, 0] = level_variance
        self.ssm["obs_cov"] = (np.asarray(variances) + irregular_variance)[np.newaxis, np.newaxis, :]


def levels():
    cases = []
    for seed, (level_variance, irregular_variance) in enumerate([(0.1, 0.0), (0.02, 0.5), (0.0, 0.3)]):
        rng = np.random.default_rng(20 + seed)
        n = 40
        variances = np.array(rounded(rng.uniform(0.2, 1.5, n)))
        y = np.cumsum(0.3 * rng.standard_normal(n)) + np.sqrt(variances) * rng.standard_normal(n)
        y = np.array(rounded(y))
        y[[7, 8, 21]] = np.nan
        result = KnownErrors(y, variances, level_variance, irregular_variance).smooth([])
        cases.append(
            {"y": [None if np.isnan(v) else float(v) for v in y], "variances": variances.tolist(),
             "levelVariance": level_variance, "irregularVariance": irregular_variance,
             "logLikelihood": float(result.llf), "level": rounded(result.smoothed_state[0]),
             "variance": rounded(result.smoothed_state_cov[0, 0])}
        )
    rng = np.random.default_rng(30)
    y = np.array(rounded(np.cumsum(0.5 * rng.standard_normal(80)) + rng.standard_normal(80)))
    fitted = UnobservedComponents(y, "local level").fit(disp=False, maxiter=500)
    irregular, level = fitted.params
    return cases, {"y": y.tolist(), "irregularVariance": float(irregular), "levelVariance": float(level), "logLikelihood": float(fitted.llf)}


def ages():
    """Probabilities of the age of the level by summing over all divisions of the series."""
    cases = []
    for seed, (hazard, prior_variance, noise) in enumerate([(0.1, 1.0, 0.0), (0.3, 0.5, 0.2)]):
        rng = np.random.default_rng(40 + seed)
        n, mean = 8, 0.2
        y = np.array(rounded(rng.standard_normal(n) + np.where(np.arange(n) >= 5, 2, 0)))
        variances = np.array(rounded(rng.uniform(0.2, 1, n)))
        missing = [2] if seed == 1 else []
        weights = np.zeros(n)
        for changed in itertools.product([False, True], repeat=n - 1):
            starts = [0] + [t + 1 for t in range(n - 1) if changed[t]]
            log = sum(np.log(hazard if c else 1 - hazard) for c in changed)
            for start, end in zip(starts, starts[1:] + [n]):
                keep = [t for t in range(start, end) if t not in missing]
                if keep:
                    sigma = np.diag(variances[keep] + noise) + prior_variance
                    log += multivariate_normal(np.full(len(keep), mean), sigma).logpdf(y[keep])
            weights[n - 1 - starts[-1]] += np.exp(log)
        cases.append(
            {"y": [None if t in missing else float(y[t]) for t in range(n)], "variances": variances.tolist(), "hazard": hazard,
             "mean": mean, "priorVariance": prior_variance, "noiseVariance": noise, "ages": (weights / weights.sum()).tolist()}
        )
    return cases


known, fitted = levels()
names = ("ruptures", "scipy", "statsmodels", "numpy")
print(
    json.dumps(
        {"made_with": {n: version(n) for n in names}, "partitions": partitions(), "segments": segments(),
         "levels": known, "fittedLevel": fitted, "ages": ages()}
    )
)
