"""Values of the other types: drawn by faker, phonenumbers and the IBAN registry of python-stdnum,
and written as people write them."""

import hashlib
import phonenumbers
from faker import Faker
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from stdnum import iban as ibans, luhn, numdb
from stdnum.eu import vat

CALLED = {
    "FR": "fr", "BE": "fr", "DE": "de", "AT": "de", "CH": "de", "ES": "es", "MX": "es", "AR": "es",
    "CO": "es", "CL": "es", "PE": "es", "IT": "it", "NL": "nl", "PL": "pl", "PT": "pt", "BR": "pt"}
COUNTRIES = tuple(CALLED) + (
    "GB", "US", "CA", "IN", "AU", "NZ", "IE", "SE", "NO", "DK", "FI", "CZ", "HU", "RO", "HR", "SI",
    "TR", "GR", "JP", "ZA")
# Beginnings and lengths by the issuers' own pages (ISO/IEC 7812).
CARDS = (("4", 16), ("4", 13), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16),
         ("34", 15), ("37", 15), ("6011", 16), ("65", 16), ("3528", 16), ("3589", 16), ("36", 14),
         ("300", 14), ("5018", 12), ("5020", 13), ("6304", 14), ("6759", 15), ("6759", 18),
         ("6763", 19), ("62", 16), ("62", 19))
VAT = {"AT": "U########", "BE": "0#########", "BG": "#########", "CY": "########@",
       "CZ": "########", "DE": "#########", "DK": "########", "EE": "#########", "ES": "B########",
       "FI": "########", "FR": "###########", "GR": "#########", "HR": "###########",
       "HU": "########", "IE": "#######@", "IT": "0##########", "LT": "#########",
       "LU": "########", "LV": "4##########", "MT": "########", "NL": "#########B01",
       "PL": "##########", "PT": "#########", "RO": "########", "SE": "##########01",
       "SI": "########", "SK": "##########"}
PLATES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT",
          "nl": "nl_NL"}
VIN_SIGNS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3,
                                                  4, 5, 6, 7, 8, 9)))
VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def grouped(text, random, gaps):
    gap = random.choice(gaps)
    return gap.join(text[at:at + 4] for at in range(0, len(text), 4))


def card(random):
    start, length = random.choice(CARDS)
    digits = start + "".join(random.choice("0123456789") for _ in range(length - len(start) - 1))
    digits += luhn.calc_check_digit(digits)
    if length == 15 and start[0] == "3" and random.random() < 0.5:
        return " ".join((digits[:4], digits[4:10], digits[10:]))
    return grouped(digits, random, ("", "", " ", "-", "\u00a0", "."))


def phone(random, country):
    """A valid number of the country, national or international, its gaps as people part them."""
    kind = random.choice((PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE))
    example = phonenumbers.example_number_for_type(country, kind)
    national = phonenumbers.national_significant_number(example)
    while True:
        drawn = national[:3] + "".join(random.choice("0123456789") for _ in national[3:])
        number = phonenumbers.parse(f"+{example.country_code}{drawn}")
        number.italian_leading_zero = example.italian_leading_zero
        if phonenumbers.is_valid_number_for_region(number, country):
            break
    form = random.choice((PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL,
                          PhoneNumberFormat.NATIONAL, PhoneNumberFormat.NATIONAL))
    written = phonenumbers.format_number(number, form)
    gap = " " if "(" in written else random.choice((" ", " ", ".", "-", "\u00a0"))
    return written.replace(" ", gap)


def iban(random):
    country = random.choice(sorted(_registry))
    body = ""
    for length, kind in _registry[country]:
        signs = {"n": "0123456789", "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                 "c": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}[kind]
        body += "".join(random.choice(signs) for _ in range(length))
    digits = ibans.calc_check_digits(country + "00" + body)
    return grouped(country + digits + body, random, ("", " ", " ", "-"))


def _read_registry():
    return {country: _parts(properties["bban"].replace("!", ""))
            for _, country, _, properties, _ in numdb.get("iban").prefixes}


def _parts(text):
    parts, length = [], ""
    for sign in text:
        if sign.isdigit():
            length += sign
        else:
            parts.append((int(length), sign))
            length = ""
    return parts


_registry = _read_registry()


def vat_number(random):
    while True:
        country = random.choice(sorted(VAT))
        body = "".join(random.choice("0123456789") if sign == "#" else
                       random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if sign == "@" else sign
                       for sign in VAT[country])
        prefix = "EL" if country == "GR" else country
        if vat.is_valid(prefix + body):
            return prefix + random.choice(("", "", " ")) + body


def vin(random):
    signs = [random.choice(VIN_SIGNS) for _ in range(17)]
    signs[0:3] = random.choice(("1HG", "WBA", "5YJ", "JTD", "2T1", "WVW"))
    signs[13:] = [random.choice("0123456789") for _ in range(4)]
    total = sum(weight * (int(sign) if sign.isdigit() else VIN_VALUES[sign])
                for sign, weight in zip(signs, VIN_WEIGHTS))
    signs[8] = "0123456789X"[total % 11]
    return "".join(signs)


def wallet(random):
    """A Bitcoin address of the first form, or an Ethereum one in small letters."""
    if random.random() < 0.5:
        return "0x" + random.randbytes(20).hex()
    body = b"\0" + random.randbytes(20)
    body += hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4]
    number, text = int.from_bytes(body, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = BASE58[rest] + text
    return "1" + text


def email(random, fake):
    address = fake.email()
    match random.randrange(6):
        case 0: return address.replace("@", " (at) ").replace(".", " (dot) ")
        case 1: return address.replace("@", "%40")
        case 2: return address.replace("@", "\u200b@")
        case 3: return address.capitalize()
        case _: return address


def money(random):
    whole, cents = random.randrange(11, 99_000), random.randrange(100)
    return random.choice((f"${whole:,}.{cents:02}", f"EUR {whole}", f"€{whole:,}",
                          f"{whole:,}.{cents:02} USD", f"£{whole:,}",
                          f"{whole:,}".replace(",", ".") + f",{cents:02} €", f"CHF {whole}.-"))


def birth(random, fake, language):
    day = fake.date_of_birth(minimum_age=17, maximum_age=95)
    forms = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")
    return day.strftime(random.choice(forms + ("%d %B %Y", "%B %d, %Y") * (language == "en")))


def locales():
    """A faker for each country whose addresses and plates are drawn."""
    return {name: Faker(name) for name in
            ("en_US", "en_GB", "en_AU", "en_CA", "de_DE", "de_AT", "fr_FR", "es_ES", "es_MX",
             "it_IT", "nl_NL", "pl_PL", "pt_BR", "pt_PT", "sv_SE", "no_NO", "da_DK")}
