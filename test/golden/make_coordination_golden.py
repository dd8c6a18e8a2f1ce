"""Golden values of coordination. Run: python make_coordination_golden.py > coordination.json

Needs: pip install numpy scipy scikit-learn networkx
"""

import json
from importlib.metadata import version

import networkx as nx
import numpy as np
from scipy.stats import poisson_binom
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics.pairwise import cosine_similarity

rng = np.random.default_rng(23)


def table(authors, features, density, team):
    """Authors with features at random; the first `team` of them share most of the first ten features."""
    held = rng.random((authors, features)) < density
    held[:team, :10] |= rng.random((team, 10)) < 0.7
    held[np.arange(authors), rng.integers(features, size=authors)] = True
    return held[:, held.any(axis=0)].astype(int)


def network(held, fewest, threshold):
    # sklearn adds 1 to the inverse document frequency; here it is ln(N / n), 0 where only one author has the feature.
    weights = TfidfTransformer(smooth_idf=False).fit(held).idf_ - 1
    weights[held.sum(axis=0) < 2] = 0
    similarity = cosine_similarity(held * weights)
    shared = (held * (held.sum(axis=0) > 1)) @ held.T
    pairs = [
        {"first": i, "second": j, "nShared": int(shared[i, j]), "similarity": float(similarity[i, j])}
        for i in range(len(held))
        for j in range(i + 1, len(held))
        if shared[i, j] >= fewest
    ]
    graph = nx.Graph((p["first"], p["second"]) for p in pairs if p["similarity"] > threshold)
    groups = sorted(sorted(int(m) for m in g) for g in nx.connected_components(nx.k_core(graph, 2)))
    return {
        "authors": [int(a) for a, _ in np.argwhere(held)],
        "features": [int(f) for _, f in np.argwhere(held)],
        "fewest": fewest,
        "threshold": threshold,
        "weights": weights.tolist(),
        "pairs": pairs,
        "groups": groups,
    }


def tails():
    for sizes in ([5], [3, 4], [20, 7, 13]):
        groups = [{"n": n, "probability": round(float(rng.uniform(0.02, 0.6)), 3)} for n in sizes]
        trials = [g["probability"] for g in groups for _ in range(g["n"])]
        for successes in (1, len(trials) // 3, len(trials) // 2):  # further out SciPy has no digits left
            yield {"trials": groups, "successes": successes, "tail": float(poisson_binom.sf(successes - 1, trials))}


print(
    json.dumps(
        {
            "versions": {name: version(name) for name in ("numpy", "scipy", "scikit-learn", "networkx")},
            "networks": [
                network(table(24, 40, 0.12, 5), 2, 0.3),
                network(table(40, 60, 0.08, 8), 3, 0.2),
                network(table(12, 10, 0.5, 0), 2, 0.4),
            ],
            "tails": list(tails()),
        }
    )
)
