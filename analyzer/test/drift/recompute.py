"""Computes what rests on bins again, from the drift of statistics.json files alone, and fails where it differs.

    python3 recompute.py features/user_age/statistics.json …

Plain Python; the chi-squared distribution comes from SciPy where that is installed. Knows nothing of Featurescope but its file format.
"""

import json
import math
import sys

TOLERANCE = 1e-12

try:
    from scipy.stats import chi2

    survival, quantile = (lambda x, df: float(chi2.sf(x, df))), (lambda p, df: float(chi2.ppf(p, df)))
except ImportError:

    def survival(x, df):
        """P(χ² ≥ x) by the finite sums that hold for whole degrees of freedom."""
        if x <= 0:
            return 1.0
        half = x / 2
        even = df % 2 == 0
        term = math.exp(-half) if even else 2 * math.sqrt(half / math.pi) * math.exp(-half)
        total = term if even else math.erfc(math.sqrt(half))
        for i in range(1, df // 2) if even else range(df // 2):
            term *= half / i if even else (1 if i == 0 else half / (i + 0.5))
            total += term
        return total

    def quantile(p, df):
        low, high = 0.0, 1.0
        while survival(high, df) > 1 - p:
            high *= 2
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if survival(middle, df) > 1 - p else (low, middle)
        return (low + high) / 2


def rows_beyond_by_chance(n, m, chance=0.0001):
    """The least k that more than k of m values are above the greatest of n others with at most this probability, all from one distribution."""
    left, k = 1.0, 0
    while k < m:
        left *= (m - k) / (n + m - k)
        if left <= chance:
            break
        k += 1
    return k


def greatest_by_chance(marked, n, m, chance):
    """The least k that more than k of the marked ones among n + m rows are among the m with at most this probability (hypergeometric law)."""

    def choose(a, b):
        return math.lgamma(a + 1) - math.lgamma(b + 1) - math.lgamma(a - b + 1)

    k, tail = min(marked, m), 0.0
    while k > max(0, marked - n):
        tail += math.exp(choose(marked, k) + choose(n + m - marked, m - k) - choose(n + m, m))
        if tail > chance:
            break
        k -= 1
    return k


def missing(bins, n, m):
    """How the share of missing rows changed; and the greatest change the same way that chance makes of as many in all but 1 of 2,000 cases."""
    current = sum(b["current"] for b in bins if b["type"] == "missing")
    marked = sum(b["reference"] for b in bins if b["type"] == "missing") + current
    change = lambda rows: (rows * n - (marked - rows) * m) / (n * m)
    if change(current) < 0:
        # As few on one side as many on the other.
        return change(current), max(0, -change(marked - greatest_by_chance(marked, m, n, 0.0005)))
    return change(current), max(0, change(greatest_by_chance(marked, n, m, 0.0005)))


def heaped(heap, bins, m):
    """The share of rows at one value beyond what it would have, had it changed as those around it or as all; and what chance would reach."""
    low, high, value = heap["low"], heap["high"], heap["value"]
    ranges = [b for b in bins if b["type"] == "interval"]
    ends = lambda b: (-math.inf if b["low"] is None else b["low"], math.inf if b["high"] is None else b["high"])
    own = [b for b in ranges if (ends(b)[0] < high and low < ends(b)[1] if value is None else ends(b)[0] <= value < ends(b)[1])]
    sides = [(sum(b["reference"] for b in some), sum(b["current"] for b in some)) for some in (ranges, own)]
    around_n, around_m = max(sides, key=lambda side: side[1] / side[0])
    rows = heap["reference"] + heap["current"]
    excess = lambda current: (current - (rows - current) * around_m / around_n) / m
    chance = greatest_by_chance(rows, around_n, around_m, 0.0001 / heap["places"])
    return excess(heap["current"]), max(0, excess(chance))


def recompute(drift):
    """Every figure by its name, from the counts in the bins."""
    counts = [(b["reference"], b["current"]) for b in drift["bins"]]
    filled = [(r, c) for r, c in counts if r + c > 0]
    n, m, bins = sum(r for r, _ in counts), sum(c for _, c in counts), len(filled)
    half = drift["smoothing"]["perBin"]
    def contribution(r, c):
        if r + c == 0 or n == 0 or m == 0:
            return 0.0
        p, q = (r + half) / (n + half * bins), (c + half) / (m + half * bins)
        return (q - p) * math.log(q / p)

    figures = {f"contribution of bin {i}": contribution(r, c) for i, (r, c) in enumerate(counts)}
    if n == 0 or m == 0:
        return figures
    shares = [(r / n, c / m) for r, c in filled]
    index = math.fsum(figures.values())
    figures["populationStabilityIndex"] = index
    divergence = math.fsum(
        x * math.log2(2 * x / (p + q)) / 2 for p, q in shares for x in (p, q) if x > 0
    )
    figures["jensenShannonDistance"] = math.sqrt(max(0.0, divergence))
    squares = math.fsum((math.sqrt(p) - math.sqrt(q)) ** 2 for p, q in shares)
    figures["hellingerDistance"] = math.sqrt(squares / 2)
    figures["largestShareDifference"] = max(abs(q - p) for p, q in shares)
    figures["changeOfMissingShare"], figures["noiseOfMissingShare"] = missing(drift["bins"], n, m)
    infinite = [b for b in drift["bins"] if b["type"] == "infinite" and b["reference"] == 0]
    ordered = [b for b in drift["bins"] if b["type"] in ("interval", "point")] + infinite
    times = drift.get("times")
    ends = [drift["belowReference"], drift["aboveReference"]] if times is None else [times["earlier"], times["later"]]
    beyond = [rows or 0 for rows in ends] + [b["current"] for b in infinite]
    figures["shareBeyond"] = max(beyond) / m
    figures["noiseOfShareBeyond"] = (
        rows_beyond_by_chance(sum(b["reference"] for b in ordered), sum(b["current"] for b in ordered)) / m
    )
    if times is not None and times["overdue"] is not None:
        finite = [b for b in drift["bins"] if b["type"] in ("interval", "point")]
        reference, current = sum(b["reference"] for b in finite), sum(b["current"] for b in finite)
        figures["shareOverdue"] = times["overdue"] / reference
        figures["noiseOfShareOverdue"] = rows_beyond_by_chance(current, reference) / reference
    if drift.get("heap") is None:
        figures["excessHeaped"] = 0.0
    else:
        figures["excessHeaped"], figures["noiseOfExcessHeaped"] = heaped(drift["heap"], drift["bins"], m)
    if bins > 1:
        noise = 1 / n + 1 / m
        figures["noiseBound"] = noise * quantile(0.95, bins - 1)
        figures["pValue"] = survival(index / noise, bins - 1)
        expected = [(r, c, (r + c) * n / (n + m), (r + c) * m / (n + m)) for r, c in filled]
        figures["chiSquaredTestOfHomogeneity"] = math.fsum(
            (r - er) ** 2 / er + (c - ec) ** 2 / ec for r, c, er, ec in expected
        )
    return figures


def written(drift):
    """The same figures as the file has them; null ones are left out."""
    figures = {metric["name"]: metric["value"] for metric in drift["metrics"]}
    figures |= {"noiseBound": drift["noiseBound"], "pValue": drift["pValue"]}
    part = drift["verdicts"]["missing"]
    figures |= {"changeOfMissingShare": part["value"], "noiseOfMissingShare": part["noise"]}
    beyond = drift["verdicts"].get("beyond") or {"value": None, "noise": None}
    figures |= {"shareBeyond": beyond["value"], "noiseOfShareBeyond": beyond["noise"]}
    heap = drift["verdicts"].get("heaped") or {"value": None, "noise": None}
    figures |= {"excessHeaped": heap["value"], "noiseOfExcessHeaped": heap["noise"]}
    stale = drift["verdicts"].get("stale") or {"value": None, "noise": None}
    figures |= {"shareOverdue": stale["value"], "noiseOfShareOverdue": stale["noise"]}
    figures |= {f"contribution of bin {i}": b["contribution"] for i, b in enumerate(drift["bins"])}
    return {name: value for name, value in figures.items() if value is not None}


def main(paths):
    checked, differing = 0, 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            drift = json.load(file)["drift"]
        if drift is None:
            continue
        again = recompute(drift)
        for name, value in written(drift).items():
            if name in ("kolmogorovSmirnovStatistic", "wassersteinDistance"):
                continue  # from cells, which are in the reference file
            checked += 1
            # A distance is a root, which halves the digits near 0; a χ² has no upper end.
            power = 2 if name.endswith("Distance") else 1
            scale = max(1.0, abs(value)) if name.startswith("chiSquared") else 1.0
            if name not in again or abs(again[name] ** power - value**power) > TOLERANCE * scale:
                differing += 1
                print(f"{path}: {name} is {value}, recomputed {again.get(name)}")
    print(f"{checked} figures recomputed, {differing} differ")
    return 1 if differing or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
