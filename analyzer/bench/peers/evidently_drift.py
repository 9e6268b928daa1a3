"""Prints the columns in which Evidently sees drift, as JSON: evidently_drift.py CURRENT REFERENCE [METHOD]"""
import json
import sys
import warnings

import pandas
from evidently import DataDefinition, Dataset, Report
from evidently.metrics import ValueDrift

warnings.filterwarnings("ignore")
current, reference, *method = sys.argv[1:]
rows = [pandas.read_parquet(path) for path in (current, reference)]
text = [name for name in rows[0] if rows[0][name].dtype == object]
definition = DataDefinition(
    categorical_columns=text,
    numerical_columns=[name for name in rows[0] if name not in text],
)
report = Report([ValueDrift(column=name, method=method[0] if method else None) for name in rows[0]], include_tests=True)
run = report.run(*(Dataset.from_pandas(part, data_definition=definition) for part in rows)).dict()
drifted = [
    test["metric_config"]["params"]["column"] for test in run["tests"] if test["status"] == "FAIL"
]
print(json.dumps(drifted))
