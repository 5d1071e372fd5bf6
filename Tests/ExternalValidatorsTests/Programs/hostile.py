"""Answers like the sample, but goes wrong in the way that its first argument names, from the
batch on that the second one names and for as many batches as the third."""

import json
import os
import signal
import subprocess
import sys
import time

way, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
state = sys.argv[4] if len(sys.argv) > 4 else None


def asked_before():
    """Batches asked of all processes so far, kept in a file: a fault costs the process."""
    if state is None:
        return 0
    try:
        with open(state) as file:
            return int(file.read() or 0)
    except FileNotFoundError:
        return 0


def write(text):
    sys.stdout.write(text)
    sys.stdout.flush()


greeting = json.loads(sys.stdin.readline())
if way == "not-ready":
    write('{"hedui":2}\n')
elif way == "silent-start":
    time.sleep(60)
elif way == "dies-at-start":
    sys.exit(3)
else:
    write('{"hedui":1}\n')
seen = asked_before()
for line in sys.stdin:
    batch = json.loads(line)
    seen += 1
    if state:
        with open(state, "w") as file:
            file.write(str(seen))
    number, records = batch["batch"], batch["records"]
    answers = [[r[0], "failed" if r[1] == "bad" else "passed"] for r in records]
    if way == "none" or not first <= seen < first + count:
        write(json.dumps({"batch": number, "answers": answers}) + "\n")
        continue
    good = json.dumps({"batch": number, "answers": answers}) + "\n"
    if way == "hangs":
        time.sleep(60)
    elif way == "late":
        time.sleep(3)
        write(good)
    elif way == "exits":
        sys.exit(3)
    elif way == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif way == "half-a-line":
        write(good[: len(good) // 2])
        sys.exit(0)
    elif way == "floods-errors":
        while True:
            sys.stderr.write("x" * 65536)
    elif way == "floods-output":
        while True:
            write("x" * 65536)
    elif way == "out-of-order":
        write(json.dumps({"batch": number, "answers": answers[::-1]}) + "\n")
    elif way == "twice":
        write(json.dumps({"batch": number, "answers": answers + answers[-1:]}) + "\n")
    elif way == "two-lines":
        write(good + good)
    elif way == "too-few":
        write(json.dumps({"batch": number, "answers": answers[:-1]}) + "\n")
    elif way == "another-record":
        write(json.dumps({"batch": number, "answers": answers[:-1] + [[9999, "passed"]]}) + "\n")
    elif way == "another-batch":
        write(json.dumps({"batch": number + 1, "answers": answers}) + "\n")
    elif way == "nonsense":
        write("Traceback (most recent call last)\n")
    elif way == "another-word":
        write(good.replace("passed", "fine", 1))
    elif way == "array":
        write(json.dumps(answers) + "\n")
    elif way == "broken-utf-8":
        sys.stdout.buffer.write(good.encode().replace(b"passed", b"\xff\xfe", 1))
        sys.stdout.buffer.flush()
    elif way == "hungry":
        hoard = bytearray(8 << 30)
        write(good)
    elif way == "leaves-a-child":
        # The child holds our pipes open.
        child = subprocess.Popen(["sleep", "60"])
        with open(state + ".child", "w") as file:
            file.write(str(child.pid))
        sys.exit(3)
