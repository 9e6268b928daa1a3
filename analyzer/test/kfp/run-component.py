"""Runs kfp-component.yaml as the real SDK runs a step on this machine (local_steps.py), and prints the step's outputs as JSON.

run-component.py COMPONENT ROOT ARGUMENTS: the step's arguments as JSON
"""

import json
import sys

from kfp import components
from local_steps import run_steps_here

run_steps_here(sys.argv[2])
component = components.load_component_from_file(sys.argv[1])
outputs = component(**json.loads(sys.argv[3])).outputs


def told(output):
    """A parameter as it is, an artifact by its place and metadata."""
    return output if isinstance(output, (str, int)) else {"path": output.path, "metadata": output.metadata}


print(json.dumps({name: told(output) for name, output in outputs.items()}))
