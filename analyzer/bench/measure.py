"""Runs a command to its end; prints its seconds and its peak memory in megabytes."""

import resource
import subprocess
import sys
import time

began = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
seconds = time.monotonic() - began
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(seconds, peak / (1e6 if sys.platform == "darwin" else 1e3))
