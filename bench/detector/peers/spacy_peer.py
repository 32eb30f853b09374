"""spaCy's named entities alone, as a peer. Type names are spaCy's."""

import warnings

warnings.filterwarnings("ignore")

import protocol  # noqa: E402
import spacy_models  # noqa: E402

pipelines = {}


def scan(language, text):
    if language not in pipelines:
        pipelines[language] = spacy_models.best(language)[0]
    return pipelines[language](text)


def find(language, text):
    for entity in scan(language, text).ents:
        yield entity.label_, entity.start_char, entity.end_char, 1.0


if __name__ == "__main__":
    protocol.serve(find, {"names": scan})
