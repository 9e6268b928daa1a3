"""Loads kfp-component.yaml with the real SDK, compiles a pipeline of it, and prints what came out as JSON."""

import json
import sys

import yaml
from kfp import compiler, components, dsl

component = components.load_component_from_file(sys.argv[1])


@dsl.pipeline(name="hourly")
def hourly(window: str = ""):
    rows = dsl.importer(artifact_uri="s3://bucket/rows", artifact_class=dsl.Dataset, reimport=True)
    frozen = dsl.importer(artifact_uri="s3://bucket/reference.json", artifact_class=dsl.Dataset)
    component(dataset=rows.output)
    component(dataset=rows.output, reference=frozen.output, features=["age", "a,b"], window=window)
    component(source="s3://bucket/day=*/", reference_source="s3://bucket/reference.json")
    component(source="mysql://host/bank", query="SELECT age FROM customers", strict=True, fail_on="shifted")


compiler.Compiler().compile(hourly, sys.argv[2])
with open(sys.argv[2], encoding="utf-8") as file:
    pipeline = next(yaml.safe_load_all(file))
print(
    json.dumps(
        {
            "component": pipeline["components"]["comp-feature-analyzer"],
            "container": pipeline["deploymentSpec"]["executors"]["exec-feature-analyzer"]["container"],
            "tasks": sorted(pipeline["root"]["dag"]["tasks"]),
        }
    )
)
