"""Makes pandas.json, what pandas says of the tests' real data: `python make_pandas.py` (version in the file). Run `npm run format` afterwards.

Numbers by Series.describe and friends, as its users know them; levels by value_counts. pandas defines skewness and kurtosis otherwise
(with corrections for the sample's size), so they are turned into those of SciPy's default here.
"""

import json
import math
from pathlib import Path

import pandas

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
FILES = ["credit_data.csv", "german_credit.csv", "credit_cards_late.csv"]
LEVELS = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]


def numbers(column: pandas.Series) -> dict:
    n = int(column.count())
    skewness = column.skew() * (n - 2) / math.sqrt(n * (n - 1))
    kurtosis = (column.kurt() * (n - 2) * (n - 3) / (n - 1) - 6) / (n + 1)
    quantiles = {f"p{round(100 * level)}": float(column.quantile(level)) for level in LEVELS}
    figures = {"mean": column.mean(), "std": column.std(), "min": column.min(), "max": column.max()}
    return {
        **{name: float(value) for name, value in figures.items()},
        "skewness": float(skewness),
        "kurtosis": float(kurtosis),
        **quantiles,
    }


def described(column: pandas.Series) -> dict:
    result = {
        "rows": len(column),
        "count": int(column.count()),
        "missing": int(column.isna().sum()),
        "distinct": int(column.nunique()),
    }
    if pandas.api.types.is_numeric_dtype(column):
        return {**result, "kind": "numeric", **numbers(column)}
    counts = column.value_counts()
    top = sorted(((str(value), int(count)) for value, count in counts.items()), key=lambda pair: (-pair[1], pair[0]))
    return {**result, "kind": "categorical", "top": [list(pair) for pair in top[:10]]}


def main() -> None:
    columns = {}
    for file in FILES:
        table = pandas.read_csv(DATA / file, keep_default_na=False, na_values=["", "NA"])
        columns |= {f"{file} {name}": described(table[name]) for name in table.columns}
    text = json.dumps({"pandas": pandas.__version__, "columns": columns}, indent=1, allow_nan=False, ensure_ascii=False)
    (HERE / "pandas.json").write_text(text + "\n", encoding="utf-8")


main()
