"""Has the real SDK run steps on this machine.

The SDK does all of it (arguments, defaults, executor input, placeholders, reading the executor output) but for the container:
what would be its command runs here, with this process's environment as the pod's.
"""

import subprocess
import sys

from kfp import local
from kfp.local import status, subprocess_task_handler, task_dispatcher, task_handler_interface


class CommandHandler(task_handler_interface.ITaskHandler):
    def __init__(self, full_command, **_):
        self.full_command = full_command

    def run(self):
        ended = subprocess.run(self.full_command, stdout=sys.stderr, check=False)
        return status.Status.SUCCESS if ended.returncode == 0 else status.Status.FAILURE


def run_steps_here(pipeline_root):
    assert task_dispatcher.subprocess_task_handler is subprocess_task_handler
    subprocess_task_handler.SubprocessTaskHandler = CommandHandler
    local.init(local.SubprocessRunner(use_venv=False), pipeline_root=pipeline_root)
