"""Golden values of decompositions and word shifts. Run: python make_drivers_golden.py > drivers.json

Needs: pip install numpy pandas statsmodels scattertext six, and Rscript with the package survey.
"""

import json
import subprocess
import tempfile
from importlib.metadata import version

import numpy as np
import pandas as pd
from scattertext.termsignificance.LogOddsRatioInformativeDirichletPiror import (
    LogOddsRatioInformativeDirichletPrior,
)
from statsmodels.stats.oaxaca import OaxacaBlinder

LEVELS = 3


def observations(seed, authors, spread):
    """Values of authors with a level of their own; `spread` = some stand in two levels at once."""
    rng = np.random.default_rng(seed)
    rows = []
    for author in range(authors):
        own = rng.normal(0, 0.4)
        home = rng.integers(LEVELS)
        for _ in range(1 + rng.integers(7)):
            after = int(rng.random() < 0.5)
            level = int(home if rng.random() < 0.5 else rng.integers(LEVELS))
            levels = [level]
            if spread and rng.random() < 0.3:
                levels = sorted({level, int(rng.integers(LEVELS))})
            mean = own + 0.2 * level - 0.3 * after * (level == 0)
            y = int(np.sign(np.round(rng.normal(mean, 0.8))))
            weight = float(rng.choice([1, 1, 0.5, 2])) if spread else 1.0
            rows.append({"author": author, "after": after, "levels": levels, "y": y, "weight": weight})
    return rows


def oaxaca(rows):
    """statsmodels: the side explained by dummies of the levels, after − before; totals over levels."""
    y = np.array([r["y"] for r in rows], float)
    dummies = np.array([[float(g in r["levels"]) for g in range(LEVELS)] for r in rows])
    before = np.array([1.0 - r["after"] for r in rows])
    model = OaxacaBlinder(y, np.column_stack([dummies, before]), LEVELS, hasconst=True, swap=False)
    within, mix, change = model.two_fold(two_fold_type="reimers").params
    endowments, coefficients, interaction, _ = model.three_fold().params
    return {
        "change": change,
        "symmetric": {"mix": mix, "within": within},
        "threefold": {"mix": endowments, "within": coefficients, "interaction": interaction},
    }


R = """
suppressMessages(library(survey))
d <- read.csv("%s")
cells <- setdiff(names(d), "author")
design <- svydesign(ids = ~author, weights = ~1, data = d)
totals <- svytotal(as.formula(paste("~", paste(cells, collapse = "+"))), design)
e <- function(text) parse(text = text)[[1]]
N <- function(t) paste0("(", paste0("n", t, "_", 0:2, collapse = "+"), ")")
Y <- function(t) paste0("(", paste0("y", t, "_", 0:2, collapse = "+"), ")")
s <- function(t, g) paste0("(n", t, "_", g, "/", N(t), ")")
r <- function(t, g) paste0("(y", t, "_", g, "/n", t, "_", g, ")")
M <- function(t) paste0("(", Y(t), "/", N(t), ")")
c1 <- paste0("((", M(0), "+", M(1), ")/2)")
out <- list()
add <- function(name, text) {
  k <- svycontrast(totals, list(x = e(text)))
  out[[name]] <<- c(coef(k), SE(k))
}
add("change", paste0(M(1), "-", M(0)))
for (g in 0:2) {
  ds <- paste0("(", s(1, g), "-", s(0, g), ")")
  sm <- paste0("((", s(1, g), "+", s(0, g), ")/2)")
  dr <- paste0("(", r(1, g), "-", r(0, g), ")")
  rm <- paste0("((", r(1, g), "+", r(0, g), ")/2)")
  add(paste0("mix_", g), paste0(ds, "*(", rm, "-", c1, ")"))
  add(paste0("within_", g), paste0(sm, "*", dr))
  whole <- paste0("((", s(1, g), "*(", r(1, g), "-", c1, "))-(", s(0, g), "*(", r(0, g), "-", c1, ")))")
  add(paste0("contribution_", g), whole)
  add(paste0("excess_", g), paste0(whole, "-", sm, "*(", M(1), "-", M(0), ")"))
  add(paste0("threemix_", g), paste0(ds, "*(", r(0, g), "-", M(0), ")"))
  add(paste0("threewithin_", g), paste0(s(0, g), "*", dr))
  add(paste0("interaction_", g), paste0(ds, "*", dr))
  for (t in 0:1) {
    add(paste0("share", t, "_", g), s(t, g))
    add(paste0("mean", t, "_", g), r(t, g))
  }
}
cat("version", as.character(packageVersion("survey")), "\\n")
for (name in names(out)) cat(name, format(out[[name]], digits = 15), "\\n")
"""


def survey(rows):
    """R's survey: totals of the cells by author, then the delta method on the formulas as written above."""
    lines = []
    for r in rows:
        cells = {f"{q}{t}_{g}": 0.0 for t in (0, 1) for g in range(LEVELS) for q in "ny"}
        for g in r["levels"]:
            part = r["weight"] / len(r["levels"])
            cells[f"n{r['after']}_{g}"] += part
            cells[f"y{r['after']}_{g}"] += part * r["y"]
        lines.append([r["author"], *cells.values()])
        header = ["author", *cells]
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(map(str, line)) + "\n" for line in lines)
        file.flush()
        script = R.replace("%s", file.name)
        out = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True).stdout
    values = {}
    for line in out.splitlines():
        name, *numbers = line.split()
        values[name] = numbers[0] if name == "version" else [float(x) for x in numbers]
    return values


def word_shift(seed, words, prior_size):
    """scattertext: z of log odds with a prior in proportion to the use on both sides, of the given size."""
    rng = np.random.default_rng(seed)
    y = [rng.multinomial(n, rng.dirichlet(np.full(words, 0.7))) for n in (300, 500)]
    used = y[0] + y[1] > 0
    before, after = (pd.Series(c[used].astype(float)) for c in y)
    score = LogOddsRatioInformativeDirichletPrior(before + after, sigma=prior_size, scale_type="word")
    z = score.get_zeta_i_j_given_separate_counts(after, before)
    return {"before": before.tolist(), "after": after.tolist(), "priorSize": prior_size, "z": z.tolist()}


def compact(rows):
    return [[r["author"], r["after"], r["levels"], r["y"], r["weight"]] for r in rows]


single = observations(1, 40, False)
spread = observations(2, 60, True)
of_survey = survey(spread)
print(
    json.dumps(
        {
            "versions": {
                "statsmodels": version("statsmodels"),
                "numpy": version("numpy"),
                "scattertext": version("scattertext"),
                "survey": of_survey.pop("version"),
            },
            "oaxaca": {"rows": compact(single), **oaxaca(single)},
            "wordShift": [word_shift(3, 12, 50), word_shift(4, 40, 8)],
            "survey": {"rows": compact(spread), "values": of_survey},
        }
    )
)
