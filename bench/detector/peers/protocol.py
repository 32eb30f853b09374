"""How every peer is spoken to: one JSON object a line on standard input, one answer a line.

{"do": "find", "language": "en", "texts": [...]}   -> {"findings": [[[type, start, end, score], ...], ...]}
{"do": "load", "language": "en", "mode": "names", "texts": [...]}  -> {}
{"do": "work", "seconds": 2}   -> {"characters": n, "cpu": s}, going round the loaded texts

Places are in code points. Seconds are processor time of the peer's whole process.
"""

import json
import os
import socket
import sys
import time


def serve(find, modes, cpu=time.process_time):
    """find(language, text) gives findings; modes maps a mode to a function of (language, text)."""
    answers = sys.stdout
    sys.stdout = sys.stderr
    loaded = ("", None, [])
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["do"] == "find":
            found = [list(find(asked["language"], text)) for text in asked["texts"]]
            answer = {"findings": found}
        elif asked["do"] == "load":
            loaded = (asked["language"], modes[asked["mode"]], asked["texts"])
            answer = {}
        else:
            answer = work(*loaded, asked["seconds"], cpu)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def work(language, scan, texts, seconds, cpu):
    done = 0
    began = cpu()
    while True:
        for text in texts:
            scan(language, text)
            done += len(text)
            spent = cpu() - began
            if spent >= seconds:
                return {"characters": done, "cpu": spent}


def cpu_of(process):
    """Seconds of processor time, user and system, of another process."""
    with open(f"/proc/{process}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return each.getsockname()[1]


def code_points(text, units):
    """A place in UTF-16 code units as one in code points."""
    if text.isascii() or max(text) <= "\uffff":
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
