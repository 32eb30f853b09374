"""Where values stand: chat, forms, JSON, CSV, logs and mail, in eight languages.

A frame holds {name}, what the value is called, and {value}. One without {name} is for what is told
without a word beside it: cards, IBANs, addresses of mail and of machines.
"""

NAMED = {
    "en": ("Hi, for the file: {name} {value}. Could you check it by Friday?",
           "My {name} is {value}, as I wrote last week.",
           "She gave us her {name}: {value} (copied from the letter).",
           "{name} = {value}\nstatus = open\nowner = second floor",
           "Subject: change of details\n\n{name}: {value}\nvalid from next month"),
    "de": ("Guten Morgen, die {name} lautet {value}; bitte nur intern verwenden.",
           "{name}: {value}\nStand: neu\nBearbeitung: Team Nord",
           "Können Sie {name} {value} im System nachtragen?"),
    "fr": ("Bonjour, voici mon {name} : {value}, merci de le vérifier.",
           "{name} : {value}\nDossier : nouveau",
           "Il manque le {name} {value} dans le contrat."),
    "es": ("Buenos días, mi {name} es {value}; avísenme si falta algo.",
           "{name}: {value}\nEstado: pendiente",
           "El cliente indicó el {name} {value} en el formulario."),
    "it": ("Salve, il mio {name} è {value}, grazie.", "{name}: {value}\nStato: aperto"),
    "nl": ("Goedemiddag, mijn {name} is {value}, dank u wel.", "{name}: {value}\nStatus: nieuw"),
    "pl": ("Dzień dobry, mój {name} to {value}, proszę o potwierdzenie.",
           "{name}: {value}\nStatus: nowy"),
    "pt": ("Bom dia, o meu {name} é {value}, obrigada.", "{name}: {value}\nEstado: novo"),
}
STRUCTURED = ('{{"kind": "update", "{name}": "{value}", "done": false}}',
              "line;{name};remark\n1;{value};checked\n",
              "2026-03-04T08:15:22Z INFO form saved {name}={value} in 12 ms",
              "| {name} | state |\n| --- | --- |\n| {value} | new |")
BARE = ("Please use {value} for this.",
        "{value}",
        '{{"value": "{value}"}}',
        "seen again: {value}, then nothing for an hour",
        "Bitte {value} nehmen, danke!",
        "On garde {value} pour la suite.")
CALLED = {
    "phone": {"en": ("phone", "mobile number"), "de": ("Telefon", "Handynummer"),
              "fr": ("téléphone", "numéro de portable"), "es": ("teléfono", "móvil"),
              "it": ("telefono", "cellulare"), "nl": ("telefoonnummer", "mobiel"),
              "pl": ("telefon", "numer telefonu"), "pt": ("telefone", "telemóvel")},
    "date_of_birth": {"en": ("date of birth", "DOB"), "de": ("Geburtsdatum",),
                      "fr": ("date de naissance",), "es": ("fecha de nacimiento",),
                      "it": ("data di nascita",), "nl": ("geboortedatum",),
                      "pl": ("data urodzenia",), "pt": ("data de nascimento",)},
    "licence_plate": {"en": ("number plate", "licence plate"), "de": ("Kennzeichen",),
                      "fr": ("plaque d'immatriculation",), "es": ("matrícula",),
                      "it": ("targa",), "nl": ("kenteken",)},
    "vin": {"en": ("VIN", "chassis number"), "de": ("Fahrgestellnummer",)},
    "eu_vat": {"en": ("VAT number", "VAT ID"), "de": ("USt-IdNr.",),
               "fr": ("numéro de TVA",), "es": ("NIF-IVA",)},
    "address": {"en": ("address", "home address")},
    "crypto_wallet": {"en": ("wallet",)},
    "mac_address": {"en": ("MAC address",)},
}
