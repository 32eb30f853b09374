"""The comparison as one drawing: persons by set, and speed, readable on light and dark."""

PEERS = ("Avow", "CoreNLP", "OpenNLP", "spaCy", "Presidio")
STYLE = (".t{fill:#1c2735;font-size:13px}.s{fill:#5a6b80;font-size:12px}.g{stroke:#d5dde7}"
         ".Avow{fill:#2c5fb3}.Presidio{fill:#c9763c}.spaCy{fill:#d9b03c}.CoreNLP{fill:#7b6fb5}"
         ".OpenNLP{fill:#6f9d7c}@media (prefers-color-scheme:dark){.t{fill:#e6edf5}"
         ".s{fill:#9fb0c4}.g{stroke:#36455a}.Avow{fill:#8bb4f5}.Presidio{fill:#e39a66}"
         ".spaCy{fill:#e6c766}.CoreNLP{fill:#a89cdd}.OpenNLP{fill:#93c3a1}}")
LEFT, WIDTH, ROW = 232, 400, 22


def svg(result):
    parts, y = [], 28
    parts.append(text("t", 12, y, "Persons found: F1 by set; further right is better", True))
    y = legend(parts, y + 22)
    y = persons(parts, result, y)
    parts.append(text("t", 12, y + 26, "Megabytes in a second of one core, with names", True))
    y = speed(parts, result, "names", y + 46)
    parts.append(text("t", 12, y + 26, "Megabytes in a second of one core, patterns alone", True))
    y = speed(parts, result, "patterns", y + 46)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {y + 8}" font-family='
            '"ui-sans-serif,system-ui,sans-serif" role="img" aria-label="The detector beside its'
            f' peers: persons found, and speed">\n<style>{STYLE}</style>\n'
            + "\n".join(parts) + "\n</svg>\n")


def text(kind, x, y, what, bold=False, anchor=""):
    weight = ' font-weight="600"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{x}" y="{y}"{weight}{place}>{what}</text>'


def legend(parts, y):
    x = 16
    for peer in reversed(PEERS):
        parts.append(f'<circle class="{peer}" cx="{x}" cy="{y - 4}" r="6"/>')
        parts.append(text("s", x + 11, y, peer))
        x += 92
    return y + 10


def persons(parts, result, y):
    rows = {}
    for peer in PEERS:
        for row in result["accuracy"].get(peer, []):
            if row["type"] == "person":
                rows.setdefault(row["set"], {})[peer] = row["touching"]["f1"]
    rows = {name: found for name, found in rows.items() if len(found) > 1}
    top = y
    for name, found in rows.items():
        y += ROW
        parts.append(text("t", 12, y + 4, name))
        parts.append(f'<line class="g" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}"/>')
        for peer in reversed(PEERS):
            if peer in found:
                x = LEFT + WIDTH * found[peer]
                size = 4 if peer == "spaCy" else 6  # it stands where Presidio does, and both show
                parts.append(f'<circle class="{peer}" cx="{x:.1f}" cy="{y}" r="{size}"/>')
        ours = f"{found.get('Avow', 0):.2f}".removeprefix("0")
        parts.append(text("s", LEFT + WIDTH + 14, y + 4, "Avow " + ours))
    y += ROW
    for tenth in range(0, 11, 2):
        said = {0: "0", 10: "1"}.get(tenth, f".{tenth}")
        parts.append(text("s", LEFT + WIDTH * tenth / 10, y + 2, said, anchor="middle"))
    return y + 4 if rows else top


def speed(parts, result, what, y):
    rows = [row for row in result["rounds"] if row["what"] == what
            and row["text"].startswith(("prose", "logs"))]
    fastest = max((row["megabytes"] for row in rows), default=1)
    for kind in dict.fromkeys(row["text"] for row in rows):
        by_peer = {row["peer"]: row["megabytes"] for row in rows if row["text"] == kind}
        parts.append(text("s", 12, y, kind))
        for peer in PEERS:
            if peer in by_peer:
                y += ROW - 2
                wide = max(1.5, 380 * by_peer[peer] / fastest)
                parts.append(text("t", 24, y, peer))
                parts.append(f'<rect class="{peer}" x="100" y="{y - 12}" width="{wide:.1f}"'
                             ' height="15" rx="3"/>')
                times = by_peer.get("Avow", 0) / by_peer[peer]
                said = number(by_peer[peer])
                said += "" if peer == "Avow" else f", Avow {times:.0f} times"
                parts.append(text("s", 108 + wide, y, said))
        y += ROW
    return y - 8


def number(megabytes):
    return f"{megabytes:.0f}" if megabytes >= 10 else f"{megabytes:.2g}"
