"""What a command costs: wall and processor seconds, and peak memory.

The kernel's ru_maxrss of a child starts with the memory of the process that forked it, so a command's own peak is read
from /proc while it runs.
"""
import os, re, subprocess, sys, threading, time


def measured(command):
    """Wall seconds, processor seconds, peak MiB, and what the command printed."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0

    def watch():
        nonlocal peak
        while True:
            try:
                found = re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{process.pid}/status").read())
            except OSError:
                return
            if not found:
                return
            peak = max(peak, int(found[1]) / 1024)
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    watcher.join()
    if status:
        sys.exit(f"{command[0]} failed")
    return time.time() - start, usage.ru_utime + usage.ru_stime, peak, out
