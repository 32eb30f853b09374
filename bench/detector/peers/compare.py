"""Avow's detector beside its peers: how often they are right, and how fast they are.

Prints tables and writes everything as JSON; called by `./avow bench detector peers`.
"""

import argparse
import json
import pathlib
import sys

import clean
import generated
import labelled
import peers
import report
import rounds
import score

# As users set it: Presidio's own default keeps everything, and weak shapes with it.
THRESHOLDS = {"Presidio": (0.0, 0.35, 0.5)}
NAMED = {"person", "location", "organization"}


def accuracy(peer, sets, keep, rows, save):
    """Scores by set; a peer with thresholds gets the one with which it does best."""
    for each in sets:
        types = set(each.types)
        if each.language not in peer.languages:
            types -= NAMED
        if not types & set(peer.kinds.values()):
            continue
        if peer.modes == ("names",):
            types &= NAMED
        found = peer.find(each.language, each.texts)
        best = None
        for threshold in THRESHOLDS.get(peer.name, (0.0,)):
            scores = score.score(types, each.texts, each.labels, found, threshold)
            whole = score.together(scores.touching, types).f(1)
            if best is None or whole > best[0]:
                best = (whole, threshold, scores)
        _, threshold, scores = best
        for kind in sorted(scores.touching):
            rows.append({"set": each.name, "language": each.language, "type": kind,
                         "threshold": threshold, "touching": scores.touching[kind].row(),
                         "exact": scores.exact[kind].row()})
        structured = score.together(scores.touching, types - NAMED - {"address"})
        if structured.labelled:
            rows.append({"set": each.name, "language": each.language, "type": "structured",
                         "threshold": threshold, "touching": structured.row(),
                         "exact": score.together(scores.exact, types - NAMED - {"address"}).row()})
        if keep:
            write_errors(keep, peer, each, scores)
        save()
        print(peer.name, each.name, "done", file=sys.stderr, flush=True)


def write_errors(folder, peer, each, scores):
    """For who mends the detector; asked for by --errors, and not for keeping."""
    file = pathlib.Path(folder, f"{peer.name}-{each.name}.txt".replace(" ", "_").replace("/", "_"))
    with file.open("w", encoding="utf-8") as out:
        for what, errors in (("missed", scores.missed), ("false", scores.false)):
            for kind, start, end, text in errors:
                before, after = text[max(0, start - 60):start], text[end:end + 40]
                line = f"{what}\t{kind}\t{before}[[{text[start:end]}]]{after}"
                out.write(line.replace("\n", "⏎").replace("\r", "") + "\n")


def false_alarms(peer, keep, most, rows, save):
    """Per 10,000 words. Who is slow gets fewer texts; Avow, whose target is one, all of them."""
    for kind, texts in clean.read_all().items():
        if peer.name != "Avow":
            texts = [text for text, _ in labelled.sample(texts, texts, most)]
        found = peer.find("en", texts)
        counts = {}
        for text, each in zip(texts, found):
            for name, start, end, certainty in each:
                if certainty >= (0.35 if peer.name == "Presidio" else 0):
                    counts[name] = counts.get(name, 0) + 1
                    if keep:
                        with open(pathlib.Path(keep, f"{peer.name}-clean.txt"), "a",
                                  encoding="utf-8") as out:
                            out.write(f"{kind}\t{name}\t" + (
                                text[max(0, start - 40):start] + "[[" + text[start:end] + "]]"
                                + text[end:end + 30]).replace("\n", "⏎") + "\n")
        words = clean.words(texts)
        rows.append({"text": kind, "words": words,
                     "per_10000": {k: round(v * 10000 / words, 2) for k, v in counts.items()}})
        save()
        print(peer.name, kind, "done", file=sys.stderr, flush=True)


def main():
    asked = options().parse_args()
    sets, missing = labelled.read_all(asked.labelled) if asked.labelled else ([], ["all"])
    sets += generated.read_all()
    sets = [each for each in sets if asked.sets in each.name]
    for each in sets:
        each.keep(asked.most)
    if asked.errors:
        pathlib.Path(asked.errors).mkdir(parents=True, exist_ok=True)
    wanted = [each for each in peers.all_of_them()
              if not asked.peers or each.name in asked.peers.split(",")]
    result = {"accuracy": {}, "false_alarms": {}, "rounds": [], "not_run": {},
              "missing_sets": missing, "seconds": asked.seconds, "of_rounds": asked.rounds}
    running = []
    for peer in wanted:
        if peer.missing():
            result["not_run"][peer.name] = "not installed: " + peer.missing()
            continue
        try:
            if not asked.speed:
                rows = result["accuracy"].setdefault(peer.name, [])
                accuracy(peer, sets, asked.errors, rows, lambda: keep(result, asked.out))
                rows = result["false_alarms"].setdefault(peer.name, [])
                false_alarms(peer, asked.errors, asked.most, rows,
                             lambda: keep(result, asked.out))
            running.append(peer)
        except (RuntimeError, OSError) as gone:
            result["not_run"][peer.name] = str(gone)
        peer.stop()
        keep(result, asked.out)
    if asked.rounds > 0:
        rounds.measure(running, asked.rounds, asked.seconds, result["rounds"],
                       lambda: keep(result, asked.out))
    for peer in running:
        peer.stop()
    keep(result, asked.out)
    print(report.markdown(result))


def keep(result, file):
    pathlib.Path(file).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(file).write_text(json.dumps(result, indent=1), encoding="utf-8")


def options():
    said = argparse.ArgumentParser(prog="bench detector peers", description=__doc__)
    said.add_argument("--labelled", metavar="FOLDER", help="labelled sets, as in bench/README.md")
    said.add_argument("--peers", default="", help="names, comma-separated (default: all)")
    said.add_argument("--errors", metavar="FOLDER",
                      help="write what was missed and what was false, with its text")
    said.add_argument("--most", type=int, default=0, metavar="KB",
                      help="of each set so much at most, from all over it, 0 for all (default: 0)")
    said.add_argument("--rounds", type=int, default=3,
                      help="rounds of throughput, 0 for none (default: 3)")
    said.add_argument("--seconds", type=float, default=1.0,
                      help="processor time of a window (default: 1)")
    said.add_argument("--speed", action="store_true", help="throughput alone")
    said.add_argument("--sets", default="", help="a word that the names of the sets hold")
    said.add_argument("--out", default=str(peers.ROOT / "bench/results/detector-peers.json"),
                      help="where the results go as JSON")
    return said


if __name__ == "__main__":
    main()
