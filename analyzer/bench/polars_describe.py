"""Polars' describe with the analyzer's nine percentiles: FILE FEATURE..."""

import sys

import polars

path, *features = sys.argv[1:]
scan = polars.scan_parquet if path.endswith(".parquet") else polars.scan_csv
percentiles = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99)
print(scan(path).select(features).describe(percentiles=percentiles, interpolation="linear"))
