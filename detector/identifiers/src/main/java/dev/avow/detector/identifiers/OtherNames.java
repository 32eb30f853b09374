package dev.avow.detector.identifiers;

import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Text;

/** Words that say a value is something else than the number of a person or business. */
final class OtherNames {

    /** How near before a value one has to stand: further off it names another. */
    private static final int REACH = 20;

    private static final ContextWords WORDS =
            ContextWords.of(
                    "order",
                    "orders",
                    "ticket",
                    "invoice",
                    "sku",
                    "serial",
                    "version",
                    "build",
                    "commit",
                    "hash",
                    "sha",
                    "timestamp",
                    "epoch",
                    "port",
                    "pid",
                    "uuid",
                    "guid",
                    "isbn",
                    "issn",
                    "ean",
                    "gtin",
                    "upc",
                    "asin",
                    "model",
                    "part",
                    "tracking",
                    "shipment",
                    "parcel",
                    "batch",
                    "lot",
                    "commande",
                    "facture",
                    "dossier",
                    "bestellung",
                    "bestellnummer",
                    "rechnung",
                    "pedido",
                    "factura",
                    "fatura",
                    "phone",
                    "tel",
                    "telephone",
                    "mobile",
                    "fax",
                    "doi",
                    "arxiv",
                    "rfc",
                    "cve",
                    "license",
                    "licence",
                    "passport",
                    "permit");

    private OtherNames() {}

    /** Whether such a word stands right before a value. */
    static boolean before(Text text, int start) {
        return WORDS.before(text, start, REACH);
    }
}
