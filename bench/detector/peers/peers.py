"""The detectors that are compared, started as processes; what is not there says why."""

import json
import os
import pathlib
import subprocess

import mapping

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent.parent
INSTALLED = ROOT / "bench" / ".peers"
JAVA = os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java")


class Peer:
    """One detector: languages whose names it knows, modes of speed, and its process once asked."""

    def __init__(self, name, kinds, languages, modes, command, needs, says=""):
        self.name, self.kinds, self.languages = name, kinds, languages
        self.modes, self.command, self.needs, self.says = modes, command, needs, says
        self.process = None

    def missing(self):
        """What is not installed, or nothing."""
        return next((str(each.relative_to(ROOT)) for each in self.needs if not each.exists()), None)

    def ask(self, **request):
        if self.process is None:
            self.process = subprocess.Popen(
                self.command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                encoding="utf-8", env={**os.environ, "OMP_NUM_THREADS": "1",
                                       "PYTHONIOENCODING": "utf-8"})
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(self.name + " ended")
        return json.loads(line)

    def find(self, language, texts):
        found = self.ask(do="find", language=language, texts=texts)["findings"]
        return [mapping.ours(self.kinds, each) for each in found]

    def stop(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait(30)
            self.process = None


def all_of_them():
    bench = ROOT / "bench" / "detector" / "target"
    python = INSTALLED / "presidio" / "bin" / "python"
    corenlp = INSTALLED / "corenlp"
    opennlp = INSTALLED / "opennlp"
    trained = tuple(sorted(each.stem for each in opennlp.glob("*.bin")))
    every = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv")
    return [
        Peer("Avow", mapping.AVOW, every, ("tier1", "patterns", "names"),
             [JAVA, "-XX:+UseSerialGC", "-Xmx1g", "-cp",
              f"{bench}/classes:{bench}/lib/*", "dev.avow.bench.detector.PeerAnswers"],
             [bench / "lib"]),
        Peer("Presidio", mapping.PRESIDIO, ("en", "fr", "es"), ("patterns", "names"),
             [str(python), "presidio_peer.py"], [python]),
        Peer("spaCy", mapping.SPACY, ("en", "fr", "es"), ("names",),
             [str(python), "spacy_peer.py"], [python]),
        Peer("CoreNLP", mapping.CORENLP, ("en", "de", "fr", "es"), ("names",),
             [str(python), "corenlp_peer.py", str(corenlp)], [python, corenlp]),
        Peer("OpenNLP", mapping.OPENNLP, trained, ("names",),
             [str(python), "opennlp_peer.py", str(opennlp)], [python, opennlp / "en.bin"]),
    ]
