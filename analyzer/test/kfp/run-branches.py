"""Runs a pipeline that branches on what kfp-component.yaml found, on this machine, with the real SDK (local_steps.py).

run-branches.py COMPONENT ROOT ARGUMENTS FILE: the step's arguments as JSON; each branch that is taken adds a line to FILE
"""

import json
import sys

from kfp import components, dsl
from local_steps import run_steps_here

run_steps_here(sys.argv[2])
analyze = components.load_component_from_file(sys.argv[1])
arguments = json.loads(sys.argv[3])


@dsl.container_component
def tell(branch: str, rows: int, file: str):
    return dsl.ContainerSpec(image="alpine", command=["sh", "-c", 'echo "$0 $1" >> "$2"'], args=[branch, rows, file])


# On this machine the SDK (2.17) does not find what a lone dsl.If asks for; with an Else beside it, it does.
@dsl.pipeline(name="branching")
def branching(file: str):
    step = analyze(**arguments)
    rows = step.outputs["row_count"]
    with dsl.If(step.outputs["verdict"] == "shifted"):
        tell(branch="verdict: shifted", rows=rows, file=file)
    with dsl.Elif(step.outputs["verdict"] == "broken"):
        tell(branch="verdict: broken", rows=rows, file=file)
    with dsl.Else():
        tell(branch="verdict: another", rows=rows, file=file)
    with dsl.If(step.outputs["row_count"] == 0):
        tell(branch="no rows", rows=rows, file=file)
    with dsl.Elif(step.outputs["broken"] > 1):
        tell(branch="several broken", rows=rows, file=file)
    with dsl.Elif(step.outputs["shifted"] == 1):
        tell(branch="one shifted", rows=rows, file=file)
    with dsl.Else():
        tell(branch="calm", rows=rows, file=file)


branching(file=sys.argv[4])
