"""Trains OpenNLP's name finder by its own trainer on the training parts of the labelled sets.

Its perceptron with no cutoff: maximum entropy takes minutes longer for a language.

The same parts that Avow's model learns from; for Spanish seven of ten texts of MEDDOCAN.
"""

import json
import pathlib
import re
import subprocess
import sys

import labelled
from peers import INSTALLED, JAVA

SOURCES = {"en": ("wnut17-train.conll", "btc-train.conll"), "de": ("germeval14-de-train.conll",),
           "fr": ("newseye-fr-train.conll",), "es": ("meddocan-train.jsonl",)}
# OpenNLP's SimpleTokenizer: a token is a run of letters, of digits, or of one other sign.
TOKEN = re.compile(r"[^\W\d_]+|\d+|([^\w\s]|_)\1*")


def main(folder, *languages):
    for language, files in SOURCES.items():
        if languages and language not in languages:
            continue
        lines = []
        for name in files:
            file = pathlib.Path(folder, "ner", name)
            if not file.exists():
                print("OpenNLP in", language, "not trained:", name, "is missing")
                break
            read = meddocan if name.endswith(".jsonl") else labelled.bio
            for text, labels in zip(*read(file)):
                lines += marked(text, [each for each in labels if each[0] in
                                       ("person", "location", "organization")])
        else:
            train(language, lines)


def meddocan(file):
    rows = [json.loads(line) for n, line in
            enumerate(file.read_text(encoding="utf-8").splitlines()) if n % 10 < 7]
    return labelled.spans(rows, "text", labelled.MEDDOCAN, "type", "start", "end")


def marked(text, labels):
    """Lines as OpenNLP's trainer reads them: tokens and marks between blanks."""
    starts = {start: kind for kind, start, _ in labels}
    inside, lines, at = None, [], 0
    ends = sorted(labels, key=lambda label: label[1])
    for line in text.split("\n"):
        out = []
        for token in TOKEN.finditer(line):
            start = at + token.start()
            if inside and start >= inside:
                out.append("<END>")
                inside = None
            if inside is None and start in starts:
                out.append(f"<START:{starts[start]}>")
                inside = next(end for _, begin, end in ends if begin == start)
            out.append(token[0])
        if inside:
            out.append("<END>")
            inside = None
        if out:
            lines.append(" ".join(out))
        at += len(line) + 1
    return lines


def train(language, lines):
    folder = INSTALLED / "opennlp"
    data = folder / (language + ".train")
    settings = folder / "train.params"
    settings.write_text("Algorithm=PERCEPTRON\nIterations=60\nCutoff=0\n", encoding="utf-8")
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run(
        [JAVA, "-Xmx2g", "-cp", f"{folder}/*", "opennlp.tools.cmdline.CLI",
         "TokenNameFinderTrainer", "-lang", language, "-encoding", "UTF-8",
         "-data", str(data), "-model", str(folder / (language + ".bin")),
         "-params", str(settings)],
        check=True, stdout=subprocess.DEVNULL)
    data.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
