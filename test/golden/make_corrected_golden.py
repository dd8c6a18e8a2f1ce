"""Golden values of corrected estimates from ppi_py, samplics and NumPy. Run: python make_corrected_golden.py > corrected.json

pip install ppi-python samplics numpy
"""

import json
import warnings
from importlib.metadata import version

warnings.filterwarnings("ignore")

import numpy as np
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate
from samplics import PopParam, TaylorEstimator
from scipy import stats


def labels(rng, n):
    truth = rng.choice([-1, 0, 1], n, p=[0.4, 0.35, 0.25])
    wrong = rng.choice([-1, 0, 1], n, p=[0.6, 0.3, 0.1])
    label = np.where(rng.uniform(size=n) < 0.65, truth, wrong)
    return truth, np.round(label * rng.uniform(0.4, 1, n), 3)


def simple():
    """Simple random sample, each mention by an author of its own: PPI++."""
    cases = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        n_all, n = 160, 60
        truth, score = labels(rng, n_all)
        coded = np.sort(rng.choice(n_all, n, replace=False))
        y, f = truth[coded], score[coded]
        of = []
        for lam in (1.0, 0.5, 0.0):
            value = float(np.ravel(ppi_mean_pointestimate(y, f, score, lam=lam))[0])
            low, high = ppi_mean_ci(y, f, score, alpha=0.05, lam=lam)
            half = float(np.ravel(high)[0] - np.ravel(low)[0]) / 2
            of.append({"lambda": lam, "value": value, "standardError": half / float(stats.norm.ppf(0.975))})
        cases.append({"score": score.tolist(), "coded": coded.tolist(), "label": y.tolist(), "of": of})
    return cases


def stratified():
    """Stratified sample without the score: samplics' Taylor linearization of a mean, and of one in a domain."""
    cases = []
    for seed in range(3):
        rng = np.random.default_rng(10 + seed)
        sizes, drawn = [400, 250, 90], [30, 40, 25]
        stratum = np.repeat(np.arange(3), drawn)
        y = np.concatenate([rng.choice([-1, 0, 1], d, p=p) for d, p in zip(drawn, ([0.5, 0.3, 0.2], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7]))])
        weight = np.repeat(np.array(sizes) / np.array(drawn), drawn)
        inside = rng.integers(0, 2, len(y))
        whole = TaylorEstimator(PopParam.mean)
        whole.estimate(y=y, samp_weight=weight, stratum=stratum)
        domain = TaylorEstimator(PopParam.mean)
        domain.estimate(y=y, samp_weight=weight, stratum=stratum, domain=inside)
        cases.append(
            {
                "stratum": stratum.tolist(),
                "weight": weight.tolist(),
                "label": y.tolist(),
                "inside": inside.tolist(),
                "whole": {"value": float(whole.point_est), "standardError": float(whole.stderror)},
                "domain": {"value": float(domain.point_est[1]), "standardError": float(domain.stderror[1])},
            }
        )
    return cases


def clustered():
    """Weighted, stratified, clustered two ways: each mention's linearized residual written out, summed by cluster with NumPy."""
    cases = []
    for seed in range(2):
        rng = np.random.default_rng(20 + seed)
        n_all = 200
        author, copies = rng.integers(0, 90, n_all), rng.integers(0, 150, n_all)
        side = rng.integers(0, 2, n_all)
        truth, score = labels(rng, n_all)
        weight = np.round(rng.uniform(0.2, 2, n_all), 2)
        stratum = 2 * side + (score > 0)
        probability = np.zeros(n_all)
        coded = np.zeros(n_all, bool)
        for h in range(4):
            members = np.flatnonzero(stratum == h)
            chosen = rng.choice(members, len(members) // (2 + h % 2), replace=False)
            coded[chosen], probability[members] = True, len(chosen) / len(members)
        a = np.where(coded, weight / probability, 0)
        of = []
        for contrast, design in (([1], np.ones((n_all, 1))), ([-1, 1], np.column_stack([1 - side, side])), ([0, 1], np.column_stack([np.ones(n_all), np.arange(n_all) / n_all]))):
            contrast = np.array(contrast)

            def regress(w, v):
                bread = np.linalg.inv((design * w[:, None]).T @ design)
                beta = bread @ (design * w[:, None]).T @ v
                return contrast @ beta, w * (design @ bread @ contrast) * (v - design @ beta)

            lam, expansion = 0.6, 1 / probability[coded]
            all_value, all_part = regress(weight, score)
            rectifier, coded_part = regress(a, np.where(coded, truth - lam * score, 0.0))
            plain, means = coded_part.copy(), np.zeros(n_all)
            score_part = regress(a, np.where(coded, score, 0.0))[1]
            score_means = np.zeros(n_all)
            for h in range(4):
                inside = coded & (stratum == h)
                k = inside.sum()
                means[inside], score_means[inside] = plain[inside].mean(), score_part[inside].mean()
                coded_part[inside] = (coded_part[inside] - coded_part[inside].mean()) * np.sqrt(k / (k - 1))

            def one_way(group):
                part = np.bincount(group, lam * all_part + coded_part)
                # G/(G-1) belongs to the score: the codings have a factor of their own.
                g = len(np.unique(group))
                within = (part**2).sum() + lam**2 * (np.bincount(group, all_part) ** 2).sum() / (g - 1)
                # The predictor of a mention is its score and the mean residual of its stratum; the score alone is in `within`.
                predictor = lam * score_part + means
                extra = ((predictor**2 - (lam * score_part) ** 2)[coded] / expansion).sum()
                v = (np.bincount(group, all_part) ** 2).sum() * g / (g - 1)
                return float(within + extra * v / (score_part[coded] ** 2 / expansion).sum())

            both = author * 1000 + copies
            dense = np.unique(both, return_inverse=True)[1]
            score_variance = {}
            for name, group in (("author", author), ("copies", copies), ("both", dense)):
                g = len(np.unique(group))
                score_variance[name] = float((np.bincount(group, all_part) ** 2).sum() * g / (g - 1))
            of.append(
                {
                    "contrast": contrast.tolist(),
                    "score": float(all_value),
                    "scoreVariance": score_variance,
                    "entries": all_part.tolist(),
                    "lambda": lam,
                    "value": float(lam * all_value + rectifier),
                    "variance": {"author": one_way(author), "copies": one_way(copies), "both": one_way(dense)},
                }
            )
        cases.append(
            {
                "author": author.tolist(),
                "copies": copies.tolist(),
                "side": side.tolist(),
                "stratum": stratum.tolist(),
                "score": score.tolist(),
                "coded": np.flatnonzero(coded).tolist(),
                "weight": a[coded].tolist(),
                "expansion": (1 / probability[coded]).tolist(),
                "label": truth[coded].tolist(),
                "of": of,
            }
        )
    return cases


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return {key: rounded(one) for key, one in value.items()} if isinstance(value, dict) else value


print(
    json.dumps(
        rounded(
            {
                "made_with": {name: version(name) for name in ("ppi-python", "samplics", "numpy", "scipy")},
                "simple": simple(),
                "stratified": stratified(),
                "clustered": clustered(),
            }
        )
    )
)
