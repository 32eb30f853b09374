"""Presidio's analyzer and anonymizer over HTTP, by the routes of its own containers.

Its packages hold the engines; the servers are only in its containers' images. One process serves
both, which spares it the second one.
"""

import sys
from pathlib import Path

from flask import Flask, jsonify, request
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

sys.path.insert(0, str(Path(__file__).parents[2] / "detector" / "peers"))
import spacy_models  # noqa: E402


class Engine(SpacyNlpEngine):
    """spaCy's pipeline that was loaded already, not downloaded."""

    def __init__(self, pipelines):
        super().__init__(ner_model_configuration=NerModelConfiguration())
        self.nlp = pipelines


analyzer = AnalyzerEngine(
    nlp_engine=Engine({"en": spacy_models.best("en")[0]}), supported_languages=["en"]
)
anonymizer = AnonymizerEngine()
app = Flask(__name__)


@app.post("/analyze")
def analyze():
    asked = request.get_json()
    found = analyzer.analyze(
        text=asked["text"],
        language=asked.get("language") or "en",
        entities=asked.get("entities") or None,
        score_threshold=asked.get("score_threshold"),
    )
    return jsonify([each.to_dict() for each in found])


@app.post("/anonymize")
def anonymize():
    asked = request.get_json()
    operators = {
        kind: OperatorConfig(given.pop("type"), given)
        for kind, given in (asked.get("anonymizers") or {}).items()
    }
    found = [RecognizerResult.from_json(each) for each in asked["analyzer_results"]]
    done = anonymizer.anonymize(asked["text"], found, operators or None)
    return app.response_class(done.to_json(), mimetype="application/json")


@app.get("/health")
def health():
    return "up"
