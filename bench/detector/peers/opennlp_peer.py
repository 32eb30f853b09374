"""Apache OpenNLP as a peer: speaks the protocol, and asks OpenNlpPeer.java. Types are ours."""

import os
import pathlib
import subprocess
import sys

import protocol

HERE = pathlib.Path(__file__).parent


class Finder:
    def __init__(self, folder):
        self.models = {each.stem for each in folder.glob("*.bin")}
        java = os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java")
        self.process = subprocess.Popen(
            [java, "-XX:+UseSerialGC", "-Xmx2g", "-cp", f"{folder}/*",
             str(HERE / "OpenNlpPeer.java"), str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip("\n")

    def scan(self, language, text):
        for end in "\r\n\u2028\u2029\x85":
            text = text.replace(end, "\u2028")
        return self.ask(language + "\t" + text)

    def find(self, language, text):
        if language not in self.models:
            return
        for each in filter(None, self.scan(language, text).split("\t")):
            kind, start, end = each.split(" ")
            yield (kind, protocol.code_points(text, int(start)),
                   protocol.code_points(text, int(end)), 1.0)

    def cpu(self):
        return int(self.ask("cpu")) / 1e9


if __name__ == "__main__":
    finder = Finder(pathlib.Path(sys.argv[1]))
    protocol.serve(finder.find, {"names": finder.scan}, finder.cpu)
    finder.process.stdin.close()
