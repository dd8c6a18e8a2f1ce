"""Golden values of the quantifiers. Run: python make_quantifier_golden.py > quantifiers.json

Needs: pip install quapy scipy
"""

import json
from importlib.metadata import version

import numpy as np
import quapy.functional as F
from quapy.method.aggregative import EMQ, KDEyML
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(7)


def posteriors(labels, spread):
    logits = spread * np.eye(3)[labels] + rng.normal(size=(len(labels), 3))
    p = np.exp(logits)
    return np.round(p / p.sum(axis=1, keepdims=True), 4)


def adjusted():
    cases = []
    for _ in range(12):
        rows = rng.dirichlet([1, 1, 1], 3) * 0.6 + 0.4 * np.eye(3)
        observed = rng.dirichlet([0.6, 0.6, 0.6])
        shares = F.optim_minimize(lambda p: np.sum((rows.T @ p - observed) ** 2), n_classes=3)
        cases.append({"rows": rows.tolist(), "observed": observed.tolist(), "shares": np.asarray(shares).tolist()})
    return cases


def calibrated(p, labels):
    """Bias-corrected temperature scaling with a normal prior of variance 100 around no change."""
    logs = np.log(np.maximum(p, 1e-6))

    def loss(theta):
        scores = log_softmax(theta[0] * logs + np.r_[theta[1:], 0], axis=1)
        away = theta - np.array([1, 0, 0])
        return -scores[np.arange(len(labels)), labels].sum() + (away**2).sum() / 200

    return minimize(loss, [1.0, 0, 0], method="BFGS", options={"gtol": 1e-9}).x


def corpus(n, shares, spread):
    labels = rng.choice(3, n, p=shares)
    labels[:3] = [0, 1, 2]
    return labels, posteriors(labels, spread)


cases = []
for shares, spread in [((0.2, 0.6, 0.2), 1.5), ((0.5, 0.3, 0.2), 0.8)]:
    labels, coded = corpus(60, (0.15, 0.7, 0.15), spread)
    _, test = corpus(40, shares, spread)
    prior = np.bincount(labels, minlength=3) / len(labels)
    emq, _ = EMQ.EM(prior, test, epsilon=1e-10)
    kde = KDEyML(LogisticRegression(), bandwidth=0.1)
    kde.classifier.classes_ = np.arange(3)
    kde.aggregation_fit(coded, labels)
    cases.append(
        {
            "coded": [{"posteriors": coded[labels == y].tolist()} for y in range(3)],
            "test": test.tolist(),
            "em": np.asarray(emq).tolist(),
            "kdey": np.asarray(kde.aggregate(test)).tolist(),
            "calibration": calibrated(coded, labels).tolist(),
        }
    )

names = ("quapy", "numpy", "scipy")
print(json.dumps({"made_with": {n: version(n) for n in names}, "adjusted": adjusted(), "cases": cases}))
