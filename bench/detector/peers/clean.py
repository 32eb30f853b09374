"""Texts without personal data, so that whatever is found in them is false.

English prose is Python's own handbook (pydoc's topics), source code is Python's standard library
without the lines that name authors or addresses, logs and tables are made from a seed. None of it
is kept here.
"""

import pathlib
import pydoc_data.topics
import random
import re
import sysconfig
import uuid

SEED = 20261121
AUTHORS = re.compile(r"@|author|copyright|contribut|written by|thanks|http|\bby [A-Z]"
                     r"|\b\d+\.\d+\.\d+\.\d+", re.IGNORECASE)
# Neither names anyone, which the lines left out would not all show.
MODULES = ("argparse", "ast", "calendar", "codecs", "configparser", "csv", "dataclasses",
           "datetime", "enum", "inspect", "json/decoder", "json/encoder", "pathlib", "pickle",
           "string", "textwrap", "typing", "zipfile/__init__")
NAMING = ("compound", "formatstrings", "objects", "string-methods", "typesmapping")
LINES = 40


def read_all():
    """Kind of text, and its texts."""
    return {"prose": prose(), "source code": code(), "logs": logs(), "tables": tables()}


def prose():
    topics = pydoc_data.topics.topics
    return [strip(topics[key]) for key in sorted(topics) if key not in NAMING]


def code():
    library = pathlib.Path(sysconfig.get_paths()["stdlib"])
    texts = []
    for module in MODULES:
        file = library / (module + ".py")
        if file.exists():
            texts += parts(strip(file.read_text(encoding="utf-8")))
    return texts


def strip(text):
    return "\n".join(line for line in text.split("\n") if not AUTHORS.search(line))


def parts(text):
    lines = text.split("\n")
    return ["\n".join(lines[at:at + LINES]) for at in range(0, len(lines), LINES)]


def logs():
    pick = random.Random(SEED)
    return [log(pick) for _ in range(200)]


def log(pick):
    lines = []
    for _ in range(LINES):
        at = (f"2026-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
              f"T{pick.randrange(24):02}:{pick.randrange(60):02}:{pick.randrange(60):02}")
        lines.append(pick.choice((
            f"{at}.{pick.randrange(1000):03}Z INFO  [worker-{pick.randrange(16)}] request"
            f" id={pick.getrandbits(64):016x} took {pick.randrange(900)} ms, status 200",
            f"{at} WARN  o.a.k.clients.NetworkClient - [Consumer clientId=c-{pick.randrange(99)}]"
            f" offset {pick.randrange(10**10)} is out of range for orders-{pick.randrange(12)}",
            f"{at} DEBUG select count(*) from shipments where batch = {pick.randrange(10**9)}"
            f" limit 50 -- {pick.randrange(9)}.{pick.randrange(999):03} ms",
            f"Nov {pick.randrange(1, 29):2} {pick.randrange(24):02}:{pick.randrange(60):02}:07"
            f" node-{pick.randrange(40)} kernel: [{pick.randrange(10**6)}.{pick.randrange(10**6):06}]"
            f" eth0: link up, 1000 Mbps",
            f"[{at}] ERROR OrderService: could not reserve stock for sku"
            f" {pick.randrange(10**11):012} (attempt {pick.randrange(5)} of 5)",
            f"{pick.getrandbits(160):040x} build {pick.randrange(9)}.{pick.randrange(40)}."
            f"{pick.randrange(9)}-rc{pick.randrange(4)} finished in {pick.randrange(400)} s",
            f"{at} INFO upload {uuid.UUID(int=pick.getrandbits(128), version=4)}"
            f" {pick.randrange(10**8)} bytes, crc {pick.getrandbits(32):08x}",
            f"\tat org.example.store.Ledger$Page.flush(Ledger.java:{pick.randrange(900)})",
        )))
    return "\n".join(lines)


def tables():
    pick = random.Random(SEED + 1)
    texts = []
    for _ in range(100):
        rows = ["article;quantity;price;batch;made;share"]
        for _ in range(LINES):
            rows.append(f"{pick.choice(('screw', 'bolt', 'washer', 'hinge', 'bracket'))}"
                        f" M{pick.randrange(2, 16)};{pick.randrange(9000)};{pick.randrange(90)}"
                        f".{pick.randrange(100):02};{pick.randrange(10**7, 10**8)};"
                        f"{pick.randrange(1, 29):02}.{pick.randrange(1, 13):02}.2026;"
                        f"{pick.random():.6f}")
        texts.append("\n".join(rows))
    return texts


def words(texts):
    return sum(len(text.split()) for text in texts)
