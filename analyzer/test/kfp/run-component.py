"""Runs kfp-component.yaml as the real SDK runs a step on this machine, and prints the step's outputs as JSON.

The SDK does all of it (arguments, defaults, executor input, placeholders, reading the executor output) but for the container:
what would be its command runs here, with this process's environment as the pod's.

run-component.py COMPONENT ROOT ARGUMENTS: the step's arguments as JSON
"""

import json
import subprocess
import sys

from kfp import components, local
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
component = components.load_component_from_file(sys.argv[1])
outputs = component(**json.loads(sys.argv[3])).outputs
print(json.dumps({name: {"path": output.path, "metadata": output.metadata} for name, output in outputs.items()}))
