"""Runs a pipeline that publishes the report of kfp-component.yaml, on this machine, with the real SDK (local_steps.py).

run-published.py COMPONENT ROOT ROWS STORE
"""

import sys

from kfp import components, dsl
from local_steps import run_steps_here

run_steps_here(sys.argv[2])
analyze = components.load_component_from_file(sys.argv[1])


@dsl.container_component
def publish_report(report: dsl.Input[dsl.Artifact], store: str):
    return dsl.ContainerSpec(
        image="featurescope/analyzer:0.1.0",
        command=["featurescope", "publish"],
        args=[report.path, "--to", store],
    )


@dsl.pipeline(name="credit-published")
def published(rows: str, store: str):
    step = analyze(source=rows, pipeline="credit")
    publish_report(report=step.outputs["report"], store=store)


published(rows=sys.argv[3], store=sys.argv[4])
