"""Whose type is which: every detector's own names, and the one that stands for them here.

What is not listed is not compared (dates, titles, amounts, other identifiers).
"""

AVOW = {
    "person": "person", "location": "location", "organization": "organization",
    "address": "address", "email": "email", "phone": "phone", "payment_card": "card",
    "iban": "iban", "ipv4": "ip", "ipv6": "ip", "mac_address": "mac", "us_ssn": "us_ssn",
    "fr_nir": "fr_nir", "de_social_security": "de_social_security", "de_tax_id": "de_tax_id",
    "es_nif": "es_nif", "es_nie": "es_nif", "it_codice_fiscale": "it_codice_fiscale",
    "pl_pesel": "pl_pesel", "nl_bsn": "nl_bsn", "uk_nino": "uk_nino", "br_cpf": "br_cpf",
    "fi_hetu": "fi_hetu", "se_personnummer": "se_personnummer", "in_aadhaar": "in_aadhaar",
    "ca_sin": "ca_sin",
}

PRESIDIO = {
    "PERSON": "person", "LOCATION": "location", "ORGANIZATION": "organization",
    "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "CREDIT_CARD": "card",
    "IBAN_CODE": "iban", "IP_ADDRESS": "ip", "MAC_ADDRESS": "mac", "US_SSN": "us_ssn",
    "DE_SOCIAL_SECURITY": "de_social_security", "DE_TAX_ID": "de_tax_id", "ES_NIF": "es_nif",
    "ES_NIE": "es_nif", "IT_FISCAL_CODE": "it_codice_fiscale", "PL_PESEL": "pl_pesel",
    "UK_NINO": "uk_nino", "FI_PERSONAL_IDENTITY_CODE": "fi_hetu",
    "SE_PERSONNUMMER": "se_personnummer", "IN_AADHAAR": "in_aadhaar", "CA_SIN": "ca_sin",
}

SPACY = {"PERSON": "person", "PER": "person", "GPE": "location", "LOC": "location",
         "FAC": "location", "ORG": "organization"}

CORENLP = {"PERSON": "person", "PER": "person", "PERS": "person", "I-PER": "person",
           "LOCATION": "location", "LOC": "location", "LUG": "location", "I-LOC": "location",
           "ORGANIZATION": "organization", "ORG": "organization", "I-ORG": "organization",
           "CITY": "location", "COUNTRY": "location", "STATE_OR_PROVINCE": "location"}

OPENNLP = {"person": "person", "location": "location", "organization": "organization"}

NAMES = ("person", "location", "organization")
PLACES = ("address", "location")


def ours(mapping, findings):
    """Findings under our names, twice the same left out."""
    return sorted({(mapping[kind], start, end, score)
                   for kind, start, end, score in findings if kind in mapping})
