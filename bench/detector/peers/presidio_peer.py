"""Microsoft Presidio's analyzer as a peer: with spaCy's names, or with its patterns alone.

Every language gets the generic recognizers and those of its own country, also where Presidio's
default configuration has them for English alone. Type names are Presidio's.
"""

import logging
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: E402
from presidio_analyzer import predefined_recognizers as all_recognizers  # noqa: E402
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine  # noqa: E402

import protocol  # noqa: E402
import spacy_models  # noqa: E402

GENERIC = ("EmailRecognizer PhoneRecognizer CreditCardRecognizer IbanRecognizer IpRecognizer"
           " MacAddressRecognizer CryptoRecognizer").split()
COUNTRY = {
    "en": "UsSsnRecognizer UsItinRecognizer UsLicenseRecognizer UsPassportRecognizer NhsRecognizer"
          " UkNinoRecognizer AuTfnRecognizer AuAbnRecognizer InPanRecognizer"
          " InAadhaarRecognizer",
    "de": "DeTaxIdRecognizer DeSocialSecurityRecognizer DeIdCardRecognizer DePassportRecognizer",
    "es": "EsNifRecognizer EsNieRecognizer",
    "it": "ItFiscalCodeRecognizer ItVatCodeRecognizer ItIdentityCardRecognizer",
    "pl": "PlPeselRecognizer",
    "fi": "FiPersonalIdentityCodeRecognizer",
    "sv": "SePersonnummerRecognizer",
}
# Presidio looks for phone numbers of eight countries; the country of the language comes to them.
REGIONS = {"es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT", "sv": "SE", "fi": "FI"}
# Four that stand for Avow's first tier, and two more, so that they are six.
SIX = ("EmailRecognizer PhoneRecognizer CreditCardRecognizer IbanRecognizer IpRecognizer"
       " UsSsnRecognizer").split()


class Engine(SpacyNlpEngine):
    """spaCy's pipeline that was loaded already, not downloaded."""

    def __init__(self, pipelines):
        super().__init__(ner_model_configuration=NerModelConfiguration())
        self.nlp = pipelines


def recognizers(names, language):
    for name in names:
        kind = getattr(all_recognizers, name, None)
        if kind is not None:
            more = {}
            if name == "PhoneRecognizer" and language in REGIONS:
                more = {"supported_regions": (*kind.DEFAULT_SUPPORTED_REGIONS, REGIONS[language])}
            yield kind(supported_language=language, **more)


def analyzer(language, names, pipeline, with_names):
    registry = RecognizerRegistry(supported_languages=[language])
    for recognizer in recognizers(names, language):
        registry.add_recognizer(recognizer)
    if with_names:
        registry.add_recognizer(all_recognizers.SpacyRecognizer(supported_language=language))
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=Engine({language: pipeline}),
        supported_languages=[language],
    )


class Presidio:
    def __init__(self):
        self.made = {}

    def engine(self, language, mode):
        key = (language, mode)
        if key not in self.made:
            own = COUNTRY.get(language, "").split()
            if mode == "patterns":
                made = analyzer(language, SIX, spacy_models.blank(language), False)
            else:
                pipeline, has_names = spacy_models.best(language)
                made = analyzer(language, GENERIC + own, pipeline, has_names)
            self.made[key] = made
        return self.made[key]

    def find(self, language, text):
        for each in self.engine(language, "names").analyze(text=text, language=language):
            yield each.entity_type, each.start, each.end, each.score

    def scan(self, mode):
        return lambda language, text: self.engine(language, mode).analyze(
            text=text, language=language
        )


if __name__ == "__main__":
    presidio = Presidio()
    protocol.serve(
        presidio.find, {"patterns": presidio.scan("patterns"), "names": presidio.scan("names")}
    )
