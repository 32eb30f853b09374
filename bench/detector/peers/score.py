"""Precision, recall, F1 and F2 of findings against labels, by type.

Touching: a finding is right where a label of its type shares a character with it, a label is
found where a finding of its type does. Exact: start and end are the same. A street address that
a detector reports as a location counts as found.
"""

from dataclasses import dataclass, field


@dataclass
class Count:
    right: int = 0
    wrong: int = 0
    met: int = 0
    labelled: int = 0

    def add(self, other):
        self.right += other.right
        self.wrong += other.wrong
        self.met += other.met
        self.labelled += other.labelled

    def precision(self):
        return self.right / max(1, self.right + self.wrong)

    def recall(self):
        return self.met / max(1, self.labelled)

    def f(self, beta):
        p, r, b = self.precision(), self.recall(), beta * beta
        return (1 + b) * p * r / (b * p + r) if p + r else 0.0

    def row(self):
        return {"labelled": self.labelled, "right": self.right, "wrong": self.wrong,
                "precision": round(self.precision(), 4), "recall": round(self.recall(), 4),
                "f1": round(self.f(1), 4), "f2": round(self.f(2), 4)}


@dataclass
class Scores:
    """Counts by type; misses and false alarms are kept for who mends them, in memory alone."""

    touching: dict = field(default_factory=dict)
    exact: dict = field(default_factory=dict)
    missed: list = field(default_factory=list)
    false: list = field(default_factory=list)


def meets(label, finding, exact):
    if finding[0] != label[0] and not (label[0] == "address" and finding[0] == "location"):
        return False
    if exact:
        return finding[1:3] == label[1:3]
    return finding[1] < label[2] and label[1] < finding[2]


def in_address(finding, labels):
    """The person or the place that a street is called after is neither right nor wrong."""
    return finding[0] in ("person", "location") and any(
        label[0] == "address" and label[1] < finding[2] and finding[1] < label[2]
        for label in labels)


def score(types, texts, labels, findings, threshold=0.0):
    """Counts what is of the types alone; a finding below the threshold was not made."""
    scores = Scores()
    for text, expected, made in zip(texts, labels, findings):
        made = [each for each in made if each[3] >= threshold]
        expected = [each for each in expected if each[0] in types]
        for exact, counts in ((False, scores.touching), (True, scores.exact)):
            for finding in made:
                if finding[0] not in types:
                    continue
                count = counts.setdefault(finding[0], Count())
                if any(meets(label, finding, exact) for label in expected):
                    count.right += 1
                elif in_address(finding, expected):
                    pass
                else:
                    count.wrong += 1
                    if not exact:
                        scores.false.append((finding[0], finding[1], finding[2], text))
            for label in expected:
                count = counts.setdefault(label[0], Count())
                count.labelled += 1
                if any(meets(label, finding, exact) for finding in made):
                    count.met += 1
                elif not exact:
                    scores.missed.append((label[0], label[1], label[2], text))
    return scores


def together(counts, types):
    """Several types as one."""
    all_of_them = Count()
    for kind in types:
        if kind in counts:
            all_of_them.add(counts[kind])
    return all_of_them
