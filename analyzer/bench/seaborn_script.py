"""The first design's step for one feature after the other: read, describe, histogram with density. FILE FEATURE..."""

import sys
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as pyplot
import pandas
import seaborn

path, *features = sys.argv[1:]
for feature in features:
    rows = (
        pandas.read_parquet(path) if path.endswith(".parquet") else pandas.read_csv(path)
    )
    print(rows[feature].describe(percentiles=[0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]))
    figure = pyplot.figure(figsize=(10, 6))
    seaborn.histplot(rows[feature], kde=True, bins=50)
    with tempfile.TemporaryFile() as picture:
        figure.savefig(picture, format="png")
    pyplot.close(figure)
