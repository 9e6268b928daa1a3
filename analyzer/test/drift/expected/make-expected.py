"""Writes expected.json: what SciPy says, for the tests beside it.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install numpy scipy
    /tmp/venv/bin/python make-expected.py
"""

import json
import platform
from pathlib import Path

import numpy
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon

MASK = 0xFFFFFFFF


def random_of(seed):
    """mulberry32, as in random.ts."""
    state = seed & MASK

    def draw():
        nonlocal state
        state = (state + 0x6D2B79F5) & MASK
        t = ((state ^ (state >> 15)) * (1 | state)) & MASK
        t = ((t + ((t ^ (t >> 7)) * (61 | t) & MASK)) & MASK) ^ t
        return ((t ^ (t >> 14)) + 0.5) / 4294967296

    return draw


def normal(draw):
    radius = numpy.sqrt(-2 * numpy.log(draw()))
    return float(radius * numpy.cos(2 * numpy.pi * draw()))


def zero_inflated_pareto(draw):
    return 0.0 if draw() < 0.85 else draw() ** (-1 / 1.5)


# Name, seed, rows of the reference, current rows, how a row is drawn on each side: as in distances-from-cells.test.ts.
PAIRS = [
    ("normal, no drift", 1, 20_000, 5_000, normal, normal),
    ("normal, shifted and wider", 2, 20_000, 5_000, normal, lambda d: 0.3 + 1.2 * normal(d)),
    ("log-normal, no drift", 3, 20_000, 5_000, lambda d: numpy.exp(2 * normal(d)), lambda d: numpy.exp(2 * normal(d))),
    ("log-normal, scaled", 4, 20_000, 5_000, lambda d: numpy.exp(2 * normal(d)), lambda d: 1.5 * numpy.exp(2 * normal(d))),
    ("zeros and a Pareto tail, no drift", 5, 20_000, 5_000, zero_inflated_pareto, zero_inflated_pareto),
    ("zeros and a Pareto tail, scaled", 6, 20_000, 5_000, zero_inflated_pareto, lambda d: 2 * zero_inflated_pareto(d)),
    ("few rows", 7, 300, 120, normal, lambda d: 0.5 + normal(d)),
]

# The same where few rows stand on one side or both: there a wide cell holds more than its mean tells.
FEW_ROWS = [
    (name, 100 * seed + i, n, m, reference, current)
    for name, seed, _, _, reference, current in PAIRS[2:6]
    for i, (n, m) in enumerate([(14, 14), (28, 100), (100, 1000), (200, 200), (1000, 100), (20_000, 100)])
]


def distances(pairs):
    for name, seed, n, m, reference, current in pairs:
        draw = random_of(seed)
        left = numpy.array([reference(draw) for _ in range(n)], dtype=float)
        right = numpy.array([current(draw) for _ in range(m)], dtype=float)
        low, high = numpy.quantile(left, [0.001, 0.999])
        clipped = numpy.clip(left, low, high)
        moved = stats.wasserstein_distance(clipped, numpy.clip(right, low, high))
        yield {
            "name": name,
            "seed": seed,
            "reference": n,
            "current": m,
            "kolmogorovSmirnov": float(stats.ks_2samp(left, right, method="asymp").statistic),
            "wasserstein": float(moved / clipped.std(ddof=1)),
        }


def chi_squared():
    for df in [1, 2, 3, 5, 9, 10, 11, 13, 30, 61, 102]:
        for p in [1e-6, 0.01, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-9]:
            x = float(stats.chi2.ppf(p, df))
            yield {"degreesOfFreedom": df, "probability": p, "quantile": x}


def survival():
    for df in [1, 2, 3, 5, 10, 11, 30, 61, 102]:
        for x in [1e-3, 0.5, 1, 3.84, 10, 18.3, 50, 120, 400, 1200]:
            yield {"degreesOfFreedom": df, "x": x, "survival": float(stats.chi2.sf(x, df))}


COUNTS = [
    ([10, 20, 30], [10, 20, 30]),
    ([120, 80, 0, 40], [60, 90, 12, 0]),
    ([1000, 2000, 3000, 4000, 0], [400, 300, 200, 100, 0]),
    ([5, 0], [0, 7]),
    ([812, 93, 77, 12, 6], [8210, 911, 790, 101, 81]),
]


def from_counts():
    for r, c in COUNTS:
        r, c = numpy.array(r), numpy.array(c)
        filled = (r + c) > 0
        test = stats.chi2_contingency(numpy.array([r[filled], c[filled]]), correction=False)
        p, q = r / r.sum(), c / c.sum()
        yield {
            "reference": r.tolist(),
            "current": c.tolist(),
            "jensenShannon": float(jensenshannon(p, q, base=2)),
            "hellinger": float(numpy.linalg.norm(numpy.sqrt(p) - numpy.sqrt(q)) / numpy.sqrt(2)),
            "chiSquared": {
                "statistic": float(test.statistic),
                "degreesOfFreedom": int(test.dof),
                "pValue": float(test.pvalue),
            },
        }


def false_discovery():
    for p in [
        [0.01, 0.04, 0.03, 0.5],
        [0.2],
        [1.0, 0.9, 0.0, 0.05, 0.05],
        [1e-12, 1e-6, 1e-3, 0.02, 0.021, 0.3, 0.31, 0.8],
    ]:
        yield {"pValues": p, "adjusted": stats.false_discovery_control(p, method="bh").tolist()}


expected = {
    "madeWith": {
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
    },
    "quantiles": list(chi_squared()),
    "survival": list(survival()),
    "fromCounts": list(from_counts()),
    "falseDiscovery": list(false_discovery()),
    "distances": list(distances(PAIRS)),
    "distancesOfFewRows": list(distances(FEW_ROWS)),
}
target = Path(__file__).with_name("expected.json")
target.write_text(json.dumps(expected, indent=1) + "\n")
