"""Golden values of two groups paired by period. Run: python make_contrast_golden.py > contrast.json

Needs: pip install numpy, and Rscript with the package survey.
"""

import json
import subprocess
import tempfile
from importlib.metadata import version

import numpy as np

PERIODS = 3


def observations(seed, authors):
    """Values 0 or 1 by authors with a level of their own, some of whom write in both groups; weights differ."""
    rng = np.random.default_rng(seed)
    rows = []
    for author in range(authors):
        own = rng.normal(0, 0.35)
        for _ in range(2 + rng.integers(8)):
            group = author % 2 if rng.random() < 0.85 else 1 - author % 2
            period = int(rng.integers(PERIODS))
            y = int(rng.random() < 0.35 + own + 0.1 * group + 0.1 * period)
            rows.append([author, int(group), period, y, float(rng.choice([1, 1, 0.5, 2]))])
    return rows


R = """
suppressMessages(library(survey))
d <- read.csv("%s")
cells <- setdiff(names(d), "author")
totals <- svytotal(as.formula(paste("~", paste(cells, collapse = "+"))), svydesign(ids = ~author, weights = ~1, data = d))
n <- function(g, t) paste0("n", g, "_", t)
m <- function(g, t) paste0("(y", g, "_", t, "/", n(g, t), ")")
w <- function(t) paste0("(", n(0, t), "*", n(1, t), "/(", n(0, t), "+", n(1, t), "))")
plus <- function(f) paste0("(", paste(sapply(0:2, f), collapse = "+"), ")")
mean <- function(g) paste0("(", plus(function(t) paste0(w(t), "*", m(g, t))), "/", plus(w), ")")
cat("version", as.character(packageVersion("survey")), "\\n")
show <- function(name, text) {
  k <- svycontrast(totals, list(x = parse(text = text)[[1]]))
  cat(name, format(c(coef(k), SE(k)), digits = 15), "\\n")
}
show("first", mean(0))
show("second", mean(1))
show("difference", paste0(mean(0), "-", mean(1)))
show("logRatio", paste0("log(", mean(0), "/", mean(1), ")"))
"""


def survey(rows):
    header = [f"{q}{g}_{t}" for g in (0, 1) for t in range(PERIODS) for q in "ny"]
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(",".join(["author", *header]) + "\n")
        for author, group, period, y, weight in rows:
            cells = dict.fromkeys(header, 0.0)
            cells[f"n{group}_{period}"] = weight
            cells[f"y{group}_{period}"] = weight * y
            file.write(",".join(map(str, [author, *cells.values()])) + "\n")
        file.flush()
        out = subprocess.run(
            ["Rscript", "-e", R.replace("%s", file.name)], capture_output=True, text=True, check=True
        ).stdout
    values = {}
    for line in out.splitlines():
        name, *numbers = line.split()
        values[name] = numbers[0] if name == "version" else [float(x) for x in numbers]
    return values


rows = observations(5, 60)
values = survey(rows)
versions = {"numpy": version("numpy"), "survey": values.pop("version")}
print(json.dumps({"versions": versions, "rows": rows, "values": values}))
