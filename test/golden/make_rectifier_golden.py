"""A random walk seen with error, by covariance matrices in NumPy. Run: python make_rectifier_golden.py > rectifier.json"""

import json
from importlib.metadata import version

import numpy as np


def case(seed, n, seen):
    rng = np.random.default_rng(seed)
    period = np.sort(rng.choice(n, seen, replace=False))
    size = rng.integers(1, 9, seen).astype(float)
    mean = np.round(np.cumsum(rng.normal(0, 0.05, n))[period] + rng.normal(0, 0.6 / np.sqrt(size)), 4)
    scales = [2 * (k / 32) ** 2 for k in range(33)]
    t = np.arange(n)
    logs, paths, variances = [], [], []
    means, spreads = [], []
    quarter = max(1, n // 4)
    contrast = np.zeros(n)
    contrast[-quarter:] += 1 / quarter
    contrast[:quarter] -= 1 / quarter
    for scale in scales:
        walk = scale**2 / n * np.minimum(t[:, None], t[None, :])
        noise = walk[np.ix_(period, period)] + np.diag(1 / size)
        inverse, ones = np.linalg.inv(noise), np.ones(seen)
        information = ones @ inverse @ ones
        level = ones @ inverse @ (mean / 0.6) / information
        residual = mean / 0.6 - level
        # Likelihood of the contrasts: the level is unknown.
        logs.append(-(np.linalg.slogdet(noise)[1] + np.log(information) + residual @ inverse @ residual) / 2)
        gain = walk[:, period] @ inverse
        paths.append(0.6 * (level + gain @ residual))
        short = 1 - gain @ ones
        means.append(contrast @ paths[-1])
        whole = walk - gain @ walk[period] + np.outer(short, short) / information
        spreads.append(0.36 * contrast @ whole @ contrast)
        variances.append(0.36 * (np.diag(walk) - np.einsum("ij,ij->i", gain, walk[:, period]) + short**2 / information))
    points = np.array(scales)
    stretch = (np.append(points[1:], points[-1]) - np.append(points[0], points[:-1])) / 2
    weight = np.exp(np.array(logs) - max(logs) - 3 * points) * stretch
    weight /= weight.sum()
    path = weight @ np.array(paths)
    variance = weight @ (np.array(variances) + (np.array(paths) - path) ** 2)
    mean_of_contrast = weight @ np.array(means)
    spread = weight @ (np.array(spreads) + (np.array(means) - mean_of_contrast) ** 2)
    return {
        "nPeriods": n,
        "contrast": {"mean": float(mean_of_contrast), "variance": float(spread)},
        "period": period.tolist(),
        "size": size.tolist(),
        "mean": mean.tolist(),
        "weights": [float(f"{w:.12g}") for w in weight],
        "path": [float(f"{v:.12g}") for v in path],
        "variance": [float(f"{v:.12g}") for v in variance],
    }


def jump_case(seed, n, seen, at):
    """A random walk that may also have jumped at a place: level and jump by generalized least squares."""
    rng = np.random.default_rng(seed)
    period = np.sort(rng.choice(n, seen, replace=False))
    size = rng.integers(1, 9, seen).astype(float)
    t = np.arange(n)
    column = np.clip(t + 1 - at, 0, 1)
    mean = np.round(0.4 * column[period] + rng.normal(0, 0.6 / np.sqrt(size)), 4)
    coefficients = np.round(rng.normal(0, 1, n) / n, 4)
    scales = np.array([2 * (k / 32) ** 2 for k in range(33)])
    logs, means, spreads = [], [], []
    for scale in scales:
        walk = scale**2 / n * np.minimum(t[:, None], t[None, :])
        inverse = np.linalg.inv(walk[np.ix_(period, period)] + np.diag(1 / size))
        whole = np.column_stack([np.ones(n), column])
        design = whole[period]
        information = design.T @ inverse @ design
        beta = np.linalg.solve(information, design.T @ inverse @ (mean / 0.6))
        residual = mean / 0.6 - design @ beta
        logs.append((np.linalg.slogdet(inverse)[1] - np.linalg.slogdet(information)[1] - residual @ inverse @ residual) / 2)
        gain = walk[:, period] @ inverse
        path = whole @ beta + gain @ residual
        short = whole - gain @ design
        spread = walk - gain @ walk[period] + short @ np.linalg.solve(information, short.T)
        means.append(0.6 * coefficients @ path)
        spreads.append(0.36 * coefficients @ spread @ coefficients)
    stretch = (np.append(scales[1:], scales[-1]) - np.append(scales[0], scales[:-1])) / 2
    weight = np.exp(np.array(logs) - max(logs) - 3 * scales) * stretch
    weight /= weight.sum()
    average = weight @ np.array(means)
    return {
        "nPeriods": n,
        "at": at,
        "period": period.tolist(),
        "size": size.tolist(),
        "mean": mean.tolist(),
        "coefficients": coefficients.tolist(),
        "contrast": {
            "mean": float(average),
            "variance": float(weight @ (np.array(spreads) + (np.array(means) - average) ** 2)),
        },
    }


print(
    json.dumps(
        {
            "made_with": {"numpy": version("numpy")},
            "cases": [case(1, 30, 12), case(2, 52, 50), case(3, 10, 2)],
            "jumps": [jump_case(4, 30, 12, 15), jump_case(5, 52, 50, 20.25), jump_case(6, 10, 6, 4.5)],
        }
    )
)
