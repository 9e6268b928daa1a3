"""Runs a pipeline that analyses shards of rows side by side and merges their reports, on this machine, with the real SDK (local_steps.py).

run-fan-out.py COMPONENT ROOT REFERENCE SHARDS: a file of `featurescope reference`, and the shards' files as JSON
"""

import json
import sys
from typing import List

from kfp import components, dsl
from local_steps import run_steps_here

run_steps_here(sys.argv[2])
analyze = components.load_component_from_file(sys.argv[1])


@dsl.container_component
def merge_reports(
    reports: dsl.Input[List[dsl.Artifact]],
    report: dsl.Output[dsl.Artifact],
    overview: dsl.Output[dsl.HTML],
    summary: dsl.Output[dsl.Markdown],
    metrics: dsl.Output[dsl.Metrics],
    verdict: dsl.OutputPath(str),
    reference_source: str = "",
    run: str = "",
):
    return dsl.ContainerSpec(
        image="featurescope/analyzer:0.1.0",
        command=["featurescope", "merge"],
        args=["--executor-input", "{{$}}"],
    )


@dsl.pipeline(name="credit-fan-out")
def fan_out(shards: list, reference: str) -> dsl.Artifact:
    with dsl.ParallelFor(shards) as shard:
        step = analyze(source=shard, reference_source=reference, pipeline="credit")
    merged = merge_reports(
        reports=dsl.Collected(step.outputs["report"]), reference_source=reference, run="whole"
    )
    return merged.outputs["report"]


done = fan_out(shards=json.loads(sys.argv[4]), reference=sys.argv[3])
print(json.dumps({"path": done.output.path, "metadata": done.output.metadata}))
