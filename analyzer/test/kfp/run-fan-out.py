"""Runs a pipeline that analyses shards of rows side by side and merges their reports, on this machine, with the real SDK.

As in run-component.py the SDK does all of it but for the containers: their commands run here.

run-fan-out.py COMPONENT ROOT REFERENCE SHARDS: a file of `featurescope reference`, and the shards' files as JSON
"""

import json
import subprocess
import sys
from typing import List

from kfp import components, dsl, local
from kfp.local import status, subprocess_task_handler, task_dispatcher, task_handler_interface


class CommandHandler(task_handler_interface.ITaskHandler):
    def __init__(self, full_command, **_):
        self.full_command = full_command

    def run(self):
        ended = subprocess.run(self.full_command, stdout=sys.stderr, check=False)
        return status.Status.SUCCESS if ended.returncode == 0 else status.Status.FAILURE


assert task_dispatcher.subprocess_task_handler is subprocess_task_handler
subprocess_task_handler.SubprocessTaskHandler = CommandHandler
local.init(local.SubprocessRunner(use_venv=False), pipeline_root=sys.argv[2])
analyze = components.load_component_from_file(sys.argv[1])


@dsl.container_component
def merge_reports(
    reports: dsl.Input[List[dsl.Artifact]],
    report: dsl.Output[dsl.Artifact],
    overview: dsl.Output[dsl.HTML],
    summary: dsl.Output[dsl.Markdown],
    metrics: dsl.Output[dsl.Metrics],
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
