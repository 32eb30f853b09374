"""Stanford CoreNLP's names as a peer: its own server, another program, asked over loopback.

CoreNLP is under the GPL. It is measured, and neither linked nor shipped. Types are CoreNLP's.
Of its annotators only what names need is on; numbers and times are not looked for.
"""

import http.client
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse

import protocol

MODELS = "edu/stanford/nlp/models/ner/"
LANGUAGES = {
    "en": {"ner.model": ",".join(MODELS + each for each in (
        "english.all.3class.distsim.crf.ser.gz",
        "english.conll.4class.distsim.crf.ser.gz",
        "english.muc.7class.distsim.crf.ser.gz"))},
    "de": {"tokenize.language": "de", "ner.model": MODELS + "german.distsim.crf.ser.gz"},
    "fr": {"tokenize.language": "fr", "ner.model": MODELS + "french-wikiner-4class.crf.ser.gz"},
    "es": {"tokenize.language": "es",
           "ner.model": MODELS + "spanish.ancora.distsim.s512.crf.ser.gz"},
}
COMMON = {"annotators": "tokenize,ssplit,ner", "ner.applyNumericClassifiers": "false",
          "ner.useSUTime": "false", "ner.applyFineGrained": "false", "ner.buildEntityMentions":
          "true", "outputFormat": "json", "tokenize.whitespace": "false"}


class Server:
    """CoreNLP's server, which answers one request at a time on one thread."""

    def __init__(self, jars):
        self.port = protocol.free_port()
        java = os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java")
        self.process = subprocess.Popen(
            [java, "-Xmx4g", "-XX:+UseSerialGC", "-cp", str(jars) + "/*",
             "edu.stanford.nlp.pipeline.StanfordCoreNLPServer", "-port", str(self.port),
             "-threads", "1", "-timeout", "600000", "-quiet", "true",
             "-maxCharLength", "1000000"],
            stdout=subprocess.DEVNULL, stderr=sys.stderr)
        for _ in range(200):
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
                self.connection.request("GET", "/live")
                self.connection.getresponse().read()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("CoreNLP's server did not start")

    def annotate(self, language, text):
        asked = urllib.parse.quote(json.dumps({**COMMON, **LANGUAGES[language]}))
        body = urllib.parse.quote(text).encode()
        self.connection.request("POST", "/?properties=" + asked, body)
        answer = self.connection.getresponse()
        content = answer.read()
        # Its server drops connections that were idle for a while; closed, the next request opens one.
        self.connection.close()
        if answer.status != 200:
            raise RuntimeError("CoreNLP answered " + str(answer.status))
        return content

    def cpu(self):
        return protocol.cpu_of(self.process.pid)


def find(server, language, text):
    if language not in LANGUAGES:
        return
    for sentence in json.loads(server.annotate(language, text))["sentences"]:
        for each in sentence["entitymentions"]:
            start = protocol.code_points(text, each["characterOffsetBegin"])
            yield each["ner"], start, protocol.code_points(text, each["characterOffsetEnd"]), 1.0


if __name__ == "__main__":
    running = Server(pathlib.Path(sys.argv[1]))
    try:
        protocol.serve(
            lambda language, text: find(running, language, text),
            {"names": running.annotate}, running.cpu)
    finally:
        running.process.terminate()
