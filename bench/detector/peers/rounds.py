"""How fast the detectors are on the same texts: medians of interleaved rounds.

In every round each detector takes its turn with each kind of text for about a second of its own
processor time. What counts is that of its whole process, so that a compiler or a collector of a
virtual machine beside the scanning thread counts too. Windows before the first round warm up.
"""

import statistics
import sys

import clean
import generated

KILOBYTES = 60
MESSAGE = 2000
# Windows before the first round of a virtual machine, whose compiler takes its time.
WARM = 6
# Which modes stand beside each other: what is compared, and each detector's mode for it.
COMPARED = {
    "patterns": {"Avow": "tier1", "Presidio": "patterns"},
    "names": {"Avow": "names", "Presidio": "names", "spaCy": "names", "CoreNLP": "names",
              "OpenNLP": "names"},
}


def texts():
    """Kind of text, its language, and messages of some 2,000 characters."""
    by_language = {each.language: each.texts for each in generated.read_all()}
    plain = clean.read_all()
    values = by_language["en"]
    prose = []
    for n, message in enumerate(messages(plain["prose"])):
        prose.append(message + "\n" + values[n % len(values)])
    kinds = [("prose, a sentence with a value in 2 KB", "en", prose),
             ("sentences, a value in each (en)", "en", messages(by_language["en"])),
             ("logs", "en", messages(plain["logs"])),
             ("sentences, a value in each (fr)", "fr", messages(by_language["fr"]))]
    return [(kind, language, cut(found)) for kind, language, found in kinds]


def messages(parts):
    out, held = [], ""
    for part in parts:
        for line in part.split("\n"):
            held += line + "\n"
            if len(held) >= MESSAGE:
                out.append(held)
                held = ""
    return out


def cut(found):
    kept, size = [], 0
    # From all of the set, not from its beginning alone.
    step = max(1, sum(map(len, found)) // (KILOBYTES * 1000))
    for text in found[::step]:
        if size < KILOBYTES * 1000:
            kept.append(text)
            size += len(text)
    return kept


def measure(running, rounds, seconds, rows, save):
    """Adds rows of kind, what, detector and megabytes in a second of processor time."""
    for kind, language, messages_of_kind in texts():
        for what, modes in COMPARED.items():
            taking = [each for each in running if each.name in modes
                      and (what == "patterns" or language in each.languages)]
            rates = {each.name: [] for each in taking}
            for each in taking:
                each.ask(do="load", language=language, mode=modes[each.name],
                         texts=messages_of_kind)
                for _ in range(1 if each.name in ("Presidio", "spaCy") else WARM):
                    each.ask(do="work", seconds=seconds)
            for _ in range(rounds):
                for each in taking:
                    did = each.ask(do="work", seconds=seconds)
                    rates[each.name].append(did["characters"] / did["cpu"])
            for name, measured in rates.items():
                rows.append({"text": kind, "language": language, "what": what, "peer": name,
                             "mode": modes[name], "megabytes": statistics.median(measured) / 1e6,
                             "all": [round(each / 1e6, 4) for each in measured]})
            save()
            print("rounds:", kind, what, "done", file=sys.stderr, flush=True)
