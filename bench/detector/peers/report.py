"""What was measured as tables, and the most telling of it as a drawing.

    python report.py RESULTS.json… [--svg FILE]    prints the tables of results kept earlier
"""

import argparse
import json
import pathlib

import drawing

ORDER = ("Avow", "Presidio", "spaCy", "CoreNLP", "OpenNLP")


def markdown(result):
    parts = [persons(result), structured(result), alarms(result), speed(result), every(result)]
    for name, why in result["not_run"].items():
        parts.append(f"*{name}* was not run: {why}.")
    return "\n\n".join(part for part in parts if part)


def cells(result, kind):
    """(set, language) to detector to row, of one type."""
    found = {}
    for name in ORDER:
        for row in result["accuracy"].get(name, []):
            if row["type"] == kind:
                found.setdefault((row["set"], row["language"]), {})[name] = row
    return found


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |",
             "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def short(number):
    return f"{number:.2f}".lstrip("0") if number < 1 else "1.00"


def persons(result):
    rows = []
    for (name, _), by_peer in cells(result, "person").items():
        any_row = next(iter(by_peer.values()))
        row = [name, str(any_row["touching"]["labelled"])]
        best = max(short(each["touching"]["f1"]) for each in by_peer.values())
        for peer in ORDER:
            if peer not in by_peer:
                row.append("–")
                continue
            f1 = short(by_peer[peer]["touching"]["f1"])
            exact = short(by_peer[peer]["exact"]["f1"])
            row.append((f"**{f1}**" if f1 == best else f1) + f" ({exact})")
        rows.append(row)
    return "Persons, F1 touching (exact):\n\n" + table(["set", "labelled", *ORDER], rows)


def structured(result):
    kinds = []
    for row in result["accuracy"].get("Avow", []):
        if row["type"] not in ("person", "location", "organization") and row["type"] not in kinds:
            kinds.append(row["type"])
    rows = []
    for kind in kinds:
        for (name, _), by_peer in cells(result, kind).items():
            row = [kind, name]
            for peer in ("Avow", "Presidio"):
                if peer in by_peer:
                    got = by_peer[peer]["touching"]
                    row[2:2] = [] if len(row) > 2 else [str(got["labelled"])]
                    row += [short(got["precision"]), short(got["recall"]), short(got["f1"])]
                else:
                    row += ["–"] * 3
            rows.append(row)
    return "Structured types, touching:\n\n" + table(
        ["type", "set", "labelled", "Avow P", "R", "F1", "Presidio P", "R", "F1"], rows)


def alarms(result):
    rows = []
    for name in ORDER:
        for row in result["false_alarms"].get(name, []):
            by_type = {k: v for k, v in row["per_10000"].items() if v}
            rows.append([row["text"], f"{row['words']:,}", name,
                         ", ".join(f"{k} {v}" for k, v in sorted(by_type.items())) or "none",
                         f"{sum(by_type.values()):.1f}"])
    rows.sort(key=lambda row: row[0])
    return "False alarms in 10,000 words:\n\n" + table(
        ["text", "words", "detector", "by type", "all"], rows)


def speed(result):
    groups = {}
    for row in result["rounds"]:
        groups.setdefault((row["what"], row["text"]), {})[row["peer"]] = row["megabytes"]
    rows = []
    for (what, text), by_peer in groups.items():
        ours = by_peer.get("Avow", 0)
        row = [what, text]
        for peer in ORDER:
            if peer not in by_peer:
                row.append("–")
            elif peer == "Avow":
                row.append(f"{ours:.1f} MB/s")
            else:
                row.append(f"{by_peer[peer]:.3f} ({ours / by_peer[peer]:.0f} ×)")
        rows.append(row)
    return "" if not rows else "Megabytes in a second of processor time:\n\n" + table(
        ["what", "text", *ORDER], rows)


def every(result):
    rows = []
    for name in ORDER:
        for row in result["accuracy"].get(name, []):
            t, e = row["touching"], row["exact"]
            rows.append([name, row["set"], row["type"], str(t["labelled"]),
                         *(short(t[key]) for key in ("precision", "recall", "f1", "f2")),
                         *(short(e[key]) for key in ("precision", "recall", "f1", "f2"))])
    return "Everything, touching and then exact:\n\n" + table(
        ["detector", "set", "type", "labelled", "P", "R", "F1", "F2", "P", "R", "F1", "F2"], rows)


def merged(files):
    """Results of several runs as one; a later file's take the place of an earlier one's."""
    whole = None
    for file in files:
        one = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        if whole is None:
            whole = one
            continue
        for part in ("accuracy", "false_alarms"):
            whole[part].update({name: rows for name, rows in one[part].items() if rows})
        whole["rounds"] = one.get("rounds") or whole.get("rounds", [])
        whole["not_run"] = {k: v for k, v in {**whole["not_run"], **one["not_run"]}.items()
                            if k not in whole["accuracy"]}
    return whole


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("results", nargs="+")
    asked.add_argument("--svg")
    options = asked.parse_args()
    read = merged(options.results)
    read.setdefault("rounds", [])
    print(markdown(read))
    if options.svg:
        pathlib.Path(options.svg).write_text(drawing.svg(read), encoding="utf-8")
