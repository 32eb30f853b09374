#!/usr/bin/env python3
"""Makes lists/clusters-de.txt, the clusters of German words, from spacy-lookups-data (PyPI, MIT).

    python3 -m venv V && V/bin/pip install spacy-lookups-data==1.0.5
    V/bin/python training/names/clusters.py > training/names/src/main/resources/dev/avow/training/names/lists/clusters-de.txt

Words are folded as dev.avow.detector.names.Letters folds them, since the model knows no others; of
two that become one the more frequent stays.
"""

import gzip
import importlib.util
import json
import pathlib
import re
import unicodedata

MOST = 500_000
WORD = re.compile(r"[^\W\d_]{1,40}")
LATIN = 0x250
UNLIKE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s", "æ": "a", "œ": "o"}


def table(name):
    package = pathlib.Path(importlib.util.find_spec("spacy_lookups_data").origin).parent
    with gzip.open(package / "data" / f"de_lexeme_{name}.json.gz") as file:
        return json.load(file)


def folded(word):
    letters = (c for c in word.lower() if not unicodedata.combining(c))
    return "".join(UNLIKE.get(c) or unicodedata.normalize("NFD", c)[0] for c in letters)


def clusters(paths, likely):
    words = [w for w in paths if paths[w] and WORD.fullmatch(w) and ord(max(w)) < LATIN]
    words.sort(key=lambda w: (-likely.get(w, -30), w))
    seen = {}
    made = {}
    kept = 0
    for word in words:
        key = folded(word), word[0].isupper()
        if key in seen:
            continue
        seen[key] = paths[word]
        # The other writing tells of it: a look-up that fails tries that one.
        if seen.get((key[0], not key[1])) == paths[word]:
            continue
        made.setdefault(paths[word], []).append(word)
        kept += 1
        if kept == MOST:
            break
    return made


if __name__ == "__main__":
    for path, words in sorted(clusters(table("cluster"), table("prob")).items()):
        print(path, "|".join(words), sep="\t")
