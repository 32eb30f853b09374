"""Sentences that faker fills, from a fixed seed: values of many countries that nobody tuned on.

A template is text with {kinds}; what fills them becomes the labels. Cards, IBANs and names are
also written as people write them: grouped, in capitals, in lower case, the last name first.

What faker makes up that nobody could hold is drawn again: phone numbers that libphonenumber
calls invalid in their country, cards outside their issuers' ranges (JCB beside 3528 to 3589,
Maestro at 0), IBANs that have not their country's length (faker's default where a locale has no
banks). Its British insurance numbers are all of a reserved series and its Aadhaar numbers have
Luhn's check digit instead of Verhoeff's, so they are left out.
"""

import random
import re

import phonenumbers
from faker import Faker

import templates
from labelled import Labelled

SEED = 20261121
FILLED = 6
SLOT = re.compile(r"\{(\w+)}")
LABELS = {"name": "person", "first": "person", "caps": "person", "lower": "person",
          "last_first": "person", "city": "location", "street": "address", "email": "email",
          "phone": "phone", "card": "card", "iban": "iban", "ip": "ip", "ip6": "ip", "mac": "mac",
          "user": None, "number": None, "date": None, "amount": None, "uuid": None}
CARDS = ("visa16", "visa13", "visa19", "mastercard", "amex", "discover", "jcb16", "diners",
         "maestro")
IDENTIFIERS = {
    "en_US": ("us_ssn", "Her Social Security number is {id}; keep it safe."),
    "en_CA": ("ca_sin", "Her social insurance number (SIN) is {id}; keep it safe."),
    "fr_FR": ("fr_nir", "Son numéro de sécurité sociale est {id}."),
    "de_DE": ("de_social_security", "Die Sozialversicherungsnummer ist {id}."),
    "es_ES": ("es_nif", "Su DNI es {id}."),
    "it_IT": ("it_codice_fiscale", "Il suo codice fiscale è {id}."),
    "pl_PL": ("pl_pesel", "Jej PESEL to {id}."),
    "nl_NL": ("nl_bsn", "Haar burgerservicenummer is {id}."),
    "pt_BR": ("br_cpf", "O CPF dela é {id}."),
    "sv_SE": ("se_personnummer", "Hennes personnummer är {id}."),
}
BANKS = ("en_GB", "de_DE", "de_AT", "de_CH", "fr_FR", "es_ES", "it_IT", "nl_NL", "nl_BE", "pl_PL",
         "pt_PT", "no_NO", "fi_FI")


def read_all():
    """A set for each language; each locale's share has its own seed."""
    sets = []
    for language, locales in templates.LOCALES.items():
        texts, labels = [], []
        for locale in locales:
            filler = Filler(locale)
            identifier = [IDENTIFIERS[locale][1]] if locale in IDENTIFIERS else []
            for template in templates.TEMPLATES[language] + templates.FORMS + identifier:
                for _ in range(FILLED):
                    text, marked = filler.fill(template)
                    texts.append(text)
                    labels.append(marked)
        kinds = dict.fromkeys(kind for marked in labels for kind, _, _ in marked)
        sets.append(Labelled(f"generated ({language})", language, tuple(kinds), texts, labels))
    return sets


class Filler:
    def __init__(self, locale):
        self.locale = locale
        self.faker = Faker(locale)
        self.faker.seed_instance(f"{SEED} {locale}")
        # The cards of other locales are fewer kinds.
        self.cards = Faker("en_US")
        self.cards.seed_instance(f"{SEED} cards {locale}")
        self.banks = {each: Faker(each) for each in BANKS}
        for each, bank in self.banks.items():
            bank.seed_instance(f"{SEED} {locale} {each}")
        self.random = random.Random(f"{SEED} {locale}")

    def fill(self, template):
        text, labels, last = "", [], 0
        for slot in SLOT.finditer(template):
            text += template[last:slot.start()]
            value = self.value(slot[1])
            kind = IDENTIFIERS[self.locale][0] if slot[1] == "id" else LABELS[slot[1]]
            if kind:
                labels.append((kind, len(text), len(text) + len(value)))
            text += value
            last = slot.end()
        return text + template[last:], labels

    def value(self, kind):
        fake = self.faker
        match kind:
            case "name": return self.name()
            case "first": return fake.first_name()
            case "caps": return self.name().upper()
            case "lower": return self.name().lower()
            case "last_first": return fake.last_name() + ", " + fake.first_name()
            case "city": return fake.city()
            case "street": return fake.street_address().replace("\n", " ")
            case "email": return fake.email()
            case "phone": return self.phone()
            case "card": return self.card()
            case "iban": return self.grouped(self.bank().iban(), (" ", "", "", " "))
            case "id": return self.identifier()
            case "ip": return fake.ipv4()
            case "ip6": return fake.ipv6()
            case "mac": return fake.mac_address()
            case "user": return fake.user_name()
            case "number": return str(fake.random_number(digits=8, fix_len=True))
            case "date": return fake.date()
            case "amount": return f"{self.random.randrange(5, 9000)}.{self.random.randrange(100):02}"
            case "uuid": return str(fake.uuid4())
        raise ValueError(kind)

    def name(self):
        return self.faker.first_name() + " " + self.faker.last_name()

    def phone(self):
        country = self.locale[-2:]
        for _ in range(200):
            number = self.faker.phone_number()
            try:
                if phonenumbers.is_valid_number(phonenumbers.parse(number, country)):
                    return number
            except phonenumbers.NumberParseException:
                pass
        raise ValueError("no valid phone number in " + self.locale)

    def bank(self):
        """Of the locale's country, else of any in Europe."""
        return self.banks[self.locale if self.locale in BANKS else self.random.choice(BANKS)]

    def card(self):
        digits = ""
        while not digits or digits[0] == "0" or (
                digits[:2] == "35" and not "3528" <= digits[:4] <= "3589"):
            digits = self.cards.credit_card_number(self.random.choice(CARDS))
        return self.grouped(digits, (" ", "-", "", "", "\u00a0", "."))

    def grouped(self, digits, gaps):
        gap = self.random.choice(gaps)
        return gap.join(digits[at:at + 4] for at in range(0, len(digits), 4))

    def identifier(self):
        fake = self.faker
        match self.locale:
            case "de_DE": return fake.rvnr()
            case "es_ES": return fake.nif()
            case "pl_PL": return fake.pesel()
            case "pt_BR": return fake.cpf()
            case _: return fake.ssn()
