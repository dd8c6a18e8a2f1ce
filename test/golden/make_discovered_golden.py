"""Golden values of discovered themes. Run: python make_discovered_golden.py > discovered.json

Needs: pip install numpy scikit-learn
"""

import json
from importlib.metadata import version

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

rng = np.random.default_rng(11)


def partitions():
    """Pairs of partitions: unlike, alike up to noise, and of different numbers of parts."""
    for n, a, b, noise in [(40, 3, 3, 1.0), (60, 4, 4, 0.2), (50, 5, 2, 0.5), (30, 1, 3, 1.0)]:
        first = rng.integers(a, size=n)
        second = np.where(rng.random(n) < noise, rng.integers(b, size=n), first % b)
        yield {"first": first.tolist(), "second": second.tolist(), "index": adjusted_rand_score(first, second)}


def rows(n, columns, parts):
    """Rows that hold mostly columns of their own part."""
    own = np.arange(columns) % parts
    chosen = []
    for i in range(n):
        probability = np.where(own == i % parts, 0.5, 0.12)
        row = np.flatnonzero(rng.random(columns) < probability)
        chosen.append(row.tolist())
    return chosen


def embedding(chosen, weights, columns, fewest=2):
    """Eigenvalues of the matrix of positive pointwise mutual information, the largest in size first."""
    held = np.zeros((len(chosen), columns))
    for i, row in enumerate(chosen):
        held[i, row] = 1
    together = held.T @ (held * np.asarray(weights)[:, None])
    np.fill_diagonal(together, 0)
    own = together.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(together * own.sum() / np.outer(own, own))
    information[(together < fewest) | ~(information > 0)] = 0
    values, vectors = np.linalg.eigh(information)
    order = np.argsort(-np.abs(values))
    return values[order], vectors[:, order], held


def placed(chosen, weights, columns, dimensions):
    """Cosines between rows: they do not depend on the signs of the eigenvectors."""
    values, vectors, held = embedding(chosen, weights, columns)
    place = vectors[:, :dimensions] * np.sqrt(np.abs(values[:dimensions]))
    place /= np.linalg.norm(place, axis=1, keepdims=True)
    in_rows = (held * np.asarray(weights)[:, None]).sum(axis=0)
    place *= np.log((sum(weights) + 1) / (in_rows + 1))[:, None]
    points = held @ place
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    return np.abs(values[:dimensions]), points


chosen = rows(90, 24, 3)
weights = [int(w) for w in rng.integers(0, 3, size=90)]
values, points = placed(chosen, weights, 24, 3)
means = KMeans(3, n_init=20, random_state=1).fit(points, sample_weight=np.maximum(weights, 1e-12))
json.dump(
    {
        "versions": {"numpy": version("numpy"), "scikit-learn": version("scikit-learn")},
        "partitions": list(partitions()),
        "embedding": {
            "rows": chosen,
            "weights": weights,
            "columns": 24,
            "dimensions": 3,
            "eigenvalues": values.tolist(),
            "cosines": (points[:8] @ points[:8].T).tolist(),
            "parts": means.labels_.tolist(),
        },
    },
    __import__("sys").stdout,
    indent=1,
)
print()
