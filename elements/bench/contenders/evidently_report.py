"""Writes an Evidently report of one column's drift as HTML: evidently_report.py CURRENT REFERENCE COLUMN OUT"""
import sys

import pandas
from evidently import Report
from evidently.metrics import ValueDrift
from evidently.presets import ValueStats

current, reference, column, out = sys.argv[1:]
report = Report([ValueDrift(column=column, method="psi"), ValueStats(column=column)])
run = report.run(pandas.read_csv(current)[[column]], pandas.read_csv(reference)[[column]])
run.save_html(out)
