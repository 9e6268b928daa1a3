"""Makes the data and the expected values of the analyzer's tests: `python make_expected.py FULL_CREDIT_CARDS_LATE.csv`.

Run `npm run format` afterwards. Needs numpy, scipy and pandas (versions in expected.json). Writes ../data/credit_cards_late.csv (a sample of the file given),
../data/hard.csv (seeded columns that trip naive code) and expected.json. Moments are exact rational arithmetic, rounded once;
quantiles are NumPy's, the density is SciPy's. The rule for points is DESIGN.md 5, written here a second time on purpose.
"""

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

import numpy
import pandas
import scipy
from scipy.stats import gaussian_kde, kurtosis, skew

getcontext().prec = 60
HERE = Path(__file__).parent
DATA = HERE.parent / "data"
ROWS = 3000
LEVELS = {"p1": 1, "p5": 5, "p10": 10, "p25": 25, "p50": 50, "p75": 75, "p90": 90, "p95": 95, "p99": 99}
REST_LEVELS = ["p5", "p25", "p50", "p75", "p95"]


def make_hard() -> pandas.DataFrame:
    random = numpy.random.default_rng(20261122)
    zeros = random.random(ROWS) < 0.85
    strange = random.normal(0, 1, ROWS)
    strange[:40], strange[40:60], strange[60:90] = numpy.inf, -numpy.inf, numpy.nan
    random.shuffle(strange)
    columns = {
        "log_normal": numpy.exp(random.normal(0, 2, ROWS)),
        "zero_inflated": numpy.where(zeros, 0.0, 100 * (1 + random.pareto(1.5, ROWS))),
        "tiny_noise": 1e9 + 1e-3 * random.normal(0, 1, ROWS),
        "beyond_53_bits": (2**60 + random.integers(0, 2**40, ROWS)).astype(object),
        "infinities": strange,
        "normal": random.normal(50, 10, ROWS),
        "extremes": random.choice([1e308, -1e308, 5e-324, 0.0, 1.0], ROWS),
    }
    return pandas.DataFrame(columns)


def exact_moments(values: numpy.ndarray) -> dict:
    exact = [Fraction(float(value)) for value in values]
    n = len(exact)
    mean = sum(exact) / n
    m2, m3, m4 = (sum((value - mean) ** power for value in exact) / n for power in (2, 3, 4))

    def root(value: Fraction) -> Decimal:
        return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()

    flat = n < 2 or m2 == 0
    return {
        "mean": float(mean),
        "std": None if n < 2 else float(root(m2 * n / (n - 1))),
        "skewness": None if flat else float(Decimal(m3.numerator) / Decimal(m3.denominator) / root(m2) ** 3),
        "kurtosis": None if flat else float(m4 / m2**2 - 3),
    }


def quantiles(values: numpy.ndarray, names) -> dict:
    if len(values) == 0:
        return dict.fromkeys(names)
    with numpy.errstate(over="ignore"):
        return {name: float(numpy.percentile(values, LEVELS[name])) for name in names}


def expected(column: pandas.Series) -> dict:
    numbers = pandas.to_numeric(column).astype(float).to_numpy()
    values = numbers[numpy.isfinite(numbers)]
    n = len(values)
    distinct, counts = numpy.unique(values, return_counts=True)
    points = distinct[(10 * counts >= n) & (counts >= 30)]
    rest = values[~numpy.isin(values, points)]
    result = {
        "rows": len(numbers),
        "count": n,
        "missing": int(numpy.isnan(numbers).sum()),
        "positiveInfinity": int(numpy.isposinf(numbers).sum()),
        "negativeInfinity": int(numpy.isneginf(numbers).sum()),
        "zeros": int((values == 0).sum()),
        "negatives": int((values < 0).sum()),
        "distinct": len(distinct),
        "min": float(values.min()),
        "max": float(values.max()),
        **exact_moments(values),
        **quantiles(values, LEVELS),
        "points": [float(value) for value in points],
        "withoutPoints": {"count": len(rest), **quantiles(rest, REST_LEVELS)} if len(points) else None,
        "density": None,
    }
    if abs(values).max() < 1e6:
        for name, function in (("skewness", skew), ("kurtosis", kurtosis)):
            assert numpy.isclose(result[name], function(values), rtol=1e-9), (column.name, name)
    if len(rest) >= 200 and len(numpy.unique(rest)) >= 30 and rest.std() > 0 and abs(rest).max() < 1e6:
        kernel = gaussian_kde(rest)
        x = numpy.linspace(*numpy.percentile(rest, [0.5, 99.5]), 15)
        result["density"] = {
            "bandwidth": float(rest.std(ddof=1) * kernel.factor),
            "x": x.tolist(),
            "y": [float(f"{y:.9g}") for y in kernel(x)],
        }
    return result


def main() -> None:
    late = pandas.read_csv(sys.argv[1]).sample(ROWS, random_state=20261122)
    late.to_csv(DATA / "credit_cards_late.csv", index=False)
    make_hard().to_csv(DATA / "hard.csv", index=False)
    wanted = {
        "credit_data.csv": ["Seniority", "Age", "Income", "Assets", "Debt", "Amount", "Price"],
        "german_credit.csv": ["duration_in_month", "credit_amount", "age_in_years"],
        "credit_cards_late.csv": ["LateApril", "BillApril", "AGE"],
        "hard.csv": list(make_hard().columns),
    }
    columns = {}
    for file, names in wanted.items():
        table = pandas.read_csv(DATA / file, dtype=str, keep_default_na=False, na_values=["", "NA"])
        for name in names:
            columns[f"{file} {name}"] = expected(table[name])
    versions = {"numpy": numpy.__version__, "scipy": scipy.__version__, "pandas": pandas.__version__}
    text = json.dumps({"versions": versions, "columns": columns}, indent=1, allow_nan=False)
    (HERE / "expected.json").write_text(text + "\n")


main()
