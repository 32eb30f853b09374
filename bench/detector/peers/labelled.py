"""Labelled sets by path, as texts with labels (type, start, end) in code points.

The files are those of the folder's README: BIO files, MEDDOCAN, presidio-research. Nothing of
them is kept here.
"""

import json
import pathlib
from dataclasses import dataclass

KINDS = {"PER": "person", "PERSON": "person", "LOC": "location", "LOCATION": "location",
         "ORG": "organization", "CORPORATION": "organization", "GROUP": "organization"}
MEDDOCAN = {"NOMBRE_SUJETO_ASISTENCIA": "person", "NOMBRE_PERSONAL_SANITARIO": "person",
            "HOSPITAL": "organization", "INSTITUCION": "organization",
            "TERRITORIO": "location", "PAIS": "location", "CALLE": "address",
            "CORREO_ELECTRONICO": "email", "NUMERO_TELEFONO": "phone", "NUMERO_FAX": "phone"}
RESEARCH = {"PERSON": "person", "LOCATION": "location", "ORGANIZATION": "organization",
            "ADDRESS": "address", "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone",
            "CREDIT_CARD": "card", "IBAN_CODE": "iban", "US_SSN": "us_ssn", "IP_ADDRESS": "ip"}
SENTENCES_IN_TEXT = 5


@dataclass
class Labelled:
    """A set; types are those that its labels cover, so that only those are counted in it."""

    name: str
    language: str
    types: tuple
    texts: list
    labels: list

    def keep(self, most):
        """Of texts from all over it, so many KB at most; 0 is all."""
        kept = sample(self.texts, self.labels, most)
        self.texts, self.labels = [each[0] for each in kept], [each[1] for each in kept]


def sample(texts, labels, most):
    step = 1 if most <= 0 else -(-sum(map(len, texts)) // (most * 1000))
    return list(zip(texts, labels))[::max(1, step)]


def read_all(folder):
    """The sets that are there, and the names of those that are not."""
    names = ("person", "location", "organization")
    sources = [
        ("WNUT 2017 dev (tweets, posts)", "en", names, "ner/wnut17-dev.conll", bio),
        ("BTC dev (tweets)", "en", names, "ner/btc-dev.conll", bio),
        ("GermEval 2014 dev", "de", names, "ner/germeval14-de-dev.conll", bio),
        ("NewsEye dev (old papers)", "fr", names, "ner/newseye-fr-dev.conll", bio),
        ("MEDDOCAN, 3 of 10 (clinical)", "es", ("person", "organization", "email", "phone"),
         "ner/meddocan-train.jsonl", meddocan),
        ("presidio-research sentences", "en", tuple(dict.fromkeys(RESEARCH.values())),
         "pii/presidio-research-generated-large.json", research),
    ]
    found, missing = [], []
    for name, language, types, path, reader in sources:
        file = pathlib.Path(folder, path)
        if file.exists():
            texts, labels = reader(file)
            found.append(Labelled(name, language, types, texts, labels))
        else:
            missing.append(name)
    return found, missing


def meddocan(file):
    """What Avow's own model is not trained on: the last three of ten texts."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return spans([json.loads(line) for n, line in enumerate(lines) if n % 10 >= 7],
                 "text", MEDDOCAN, "type", "start", "end")


def research(file):
    return spans(json.loads(file.read_text(encoding="utf-8")),
                 "full_text", RESEARCH, "entity_type", "start_position", "end_position")


def spans(rows, text, kinds, label, start, end):
    texts, labels = [], []
    for row in rows:
        texts.append(row[text])
        labels.append([(kinds[s[label]], s[start], s[end])
                       for s in row["spans"] if s[label] in kinds])
    return texts, labels


def bio(file):
    texts, labels, text, held = [], [], Text(), 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            token, _, label = line.replace("\t", " ").rpartition(" ")
            text.token(token.strip(), label.strip())
            continue
        text.end_sentence()
        held += 1
        if held == SENTENCES_IN_TEXT:
            texts.append(text.written), labels.append(text.labels)
            text, held = Text(), 0
    texts.append(text.written), labels.append(text.labels)
    return texts, labels


class Text:
    """Tokens written as people do: no blank before a comma, none after an at sign. The name of an
    account is no name of a person."""

    def __init__(self):
        self.written, self.labels = "", []
        self.glued, self.handle, self.quoted = True, False, False

    def token(self, token, label):
        if not token:
            return
        if not self.glued and not self.closes(token):
            self.written += " "
        start = len(self.written)
        self.written += token
        kind = None if self.handle or token.startswith("@") else KINDS.get(label[2:].upper())
        if kind:
            self.label(kind, start, label[0] == "B")
        self.handle = token == "@"
        self.glued = self.opens(token)

    def label(self, kind, start, begins):
        last = self.labels[-1] if self.labels else None
        if not begins and last and last[0] == kind and start - last[2] <= 1:
            self.labels[-1] = (kind, last[1], len(self.written))
        else:
            self.labels.append((kind, start, len(self.written)))

    def closes(self, token):
        return ((token == '"' and self.quoted) or token == "n't"
                or (len(token) == 1 and token in ",.;:!?)]}%'’")
                or (token[0] in "'’" and len(token) < 4))

    def opens(self, token):
        if token == '"':
            self.quoted = not self.quoted
            return self.quoted
        return len(token) == 1 and token in "([{@#'’"

    def end_sentence(self):
        self.written += "\n"
        self.glued, self.handle, self.quoted = True, False, False
