"""Texts with labelled identifiers of 61 kinds and a dozen other types, to measure the detector by.

    python generate.py SEED FILE [TIMES]

writes a set in presidio-research's form. The same seed makes the same texts; a detector is to be
measured by a seed that nobody looked at while changing its rules. TIMES is how often each type is
drawn for each of its frames (default 10).
"""

import json
import random
import sys

import identifiers
import sentences
import values


class Set:
    def __init__(self, seed, times):
        self.random = random.Random(seed)
        self.times = times
        self.fakers = values.locales()
        for name, fake in self.fakers.items():
            fake.seed_instance(f"{seed} {name}")
        self.texts = []

    def put(self, frame, type, name, value):
        before, after = frame.split("{value}")
        before, after = (part.replace("{name}", name).replace("{{", "{").replace("}}", "}")
                         for part in (before, after))
        self.texts.append({"full_text": before + value + after, "spans": [
            {"entity_type": type, "start_position": len(before),
             "end_position": len(before) + len(value)}]})

    def named(self, type, language, called, draw):
        """Each frame of the language, so many times, and each of the structured ones."""
        for frame in sentences.NAMED[language] + sentences.STRUCTURED:
            for _ in range(self.times):
                self.put(frame, type, self.random.choice(called), draw())

    def bare(self, type, draw):
        for frame in sentences.BARE:
            for _ in range(self.times):
                self.put(frame, type, "", draw())

    def fake(self, language=None):
        names = [name for name in self.fakers if language is None or name[:2] == language]
        return self.fakers[self.random.choice(names)]

    def all(self):
        for each in identifiers.ALL:
            self.named(each.type, each.language, each.called, lambda: each.draw(self.random))
        for country in values.COUNTRIES:
            language = values.CALLED.get(country, "en")
            self.named("phone", language, sentences.CALLED["phone"][language],
                       lambda: values.phone(self.random, country))
        for language, called in sentences.CALLED["date_of_birth"].items():
            self.named("date_of_birth", language, called,
                       lambda: values.birth(self.random, self.fake("en"), language))
        for language, called in sentences.CALLED["licence_plate"].items():
            self.named("licence_plate", language, called,
                       lambda: self.fakers[values.PLATES[language]].license_plate())
        for language, called in sentences.CALLED["eu_vat"].items():
            self.named("eu_vat", language, called, lambda: values.vat_number(self.random))
        for language, called in sentences.CALLED["vin"].items():
            self.named("vin", language, called, lambda: values.vin(self.random))
        self.named("crypto_wallet", "en", ("wallet", "address"),
                   lambda: values.wallet(self.random))
        self.named("mac_address", "en", ("MAC", "device"), lambda: self.fake().mac_address())
        for name, fake in self.fakers.items():
            for frame in sentences.BARE[:1] + sentences.BARE[3:]:
                for _ in range(self.times):
                    self.put(frame, "address", "", fake.address().replace("\n", ", "))
        for _ in range(4):
            self.bare("payment_card", lambda: values.card(self.random))
            self.bare("iban", lambda: values.iban(self.random))
            self.bare("email", lambda: values.email(self.random, self.fake()))
        self.bare("money", lambda: values.money(self.random))
        self.bare("ipv4", lambda: self.fake().ipv4_public())
        self.bare("ipv6", lambda: self.fake().ipv6())
        return self.texts


def main():
    seed, file = sys.argv[1], sys.argv[2]
    texts = Set(seed, int(sys.argv[3]) if len(sys.argv) > 3 else 10).all()
    with open(file, "w", encoding="utf-8") as out:
        json.dump(texts, out, ensure_ascii=False)
    print(len(texts), "texts", file=sys.stderr)


if __name__ == "__main__":
    main()
