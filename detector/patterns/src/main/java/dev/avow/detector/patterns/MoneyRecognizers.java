package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.patterns.AmountReader.Amount;
import dev.avow.detector.validators.Confidence;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Amounts of money: a number with a currency's sign, code or name before or after it.
 *
 * <p>Specification: ISO 4217 for codes; the CLDR number patterns of European languages and English
 * for the form. A dollar sign also names variables: one digit alone after it needs a word that
 * speaks of paying, and a count ({@code $1, $2}) is none.
 *
 * <p>Legal basis: financial circumstances of a person (GDPR Article 4(1)), business secrets.
 *
 * <p>Fictitious examples: {@code €1.250,00}, {@code 30k USD}.
 */
final class MoneyRecognizers {

    private static final FindingType TYPE = new FindingType("money", 2);

    private static final Set<String> CODES =
            Set.of(
                    "eur", "usd", "gbp", "chf", "jpy", "cny", "rmb", "cad", "aud", "nzd", "sek",
                    "nok", "dkk", "pln", "czk", "huf", "ron", "bgn", "isk", "inr", "brl", "mxn",
                    "zar", "sgd", "hkd", "krw", "thb", "idr", "aed", "sar", "ils", "rub", "uah",
                    "mad", "tnd", "try", "clp", "cop", "ars", "pen", "php", "myr", "twd", "vnd",
                    "egp", "ngn", "kes", "pkr", "hrk", "rsd", "bob", "uyu", "qar", "kwd", "bhd",
                    "btc");

    /** Codes that are also common words or shorthand: they stand after the number. */
    private static final Set<String> AFTER_ONLY =
            Set.of(
                    "try", "inr", "mad", "cad", "ron", "php", "pen", "cop", "bob", "ars", "btc",
                    "clp", "kes");

    private static final Set<String> NAMES =
            Set.of(
                    "euro",
                    "euros",
                    "dollar",
                    "dollars",
                    "cents",
                    "pence",
                    "quid",
                    "yen",
                    "yuan",
                    "rupees",
                    "rupien",
                    "franken",
                    "francs",
                    "franchi",
                    "kronor",
                    "kroner",
                    "kronen",
                    "zloty",
                    "zlotys",
                    "pesos",
                    "reais",
                    "bucks",
                    "dollari",
                    "dolares",
                    "sterling",
                    "pounds",
                    "pfund",
                    "kr",
                    "zl",
                    "zlotych",
                    "kc",
                    "korun",
                    "ft",
                    "forint",
                    "lei",
                    "leva",
                    "kuna",
                    "lira",
                    "lire",
                    "tl",
                    "rubles",
                    "kronur",
                    "rand");

    /** Names that are short for something else too: in lower case, or with a word of paying. */
    private static final Set<String> SHORT = Set.of("ft", "lei", "tl", "kc", "rand", "lire");

    private static final Set<String> HEAVY = Set.of("pounds", "pfund");

    private static final ContextWords PAYING =
            ContextWords.of(
                    "cost",
                    "costs",
                    "costing",
                    "price",
                    "priced",
                    "prices",
                    "pay",
                    "pays",
                    "paid",
                    "paying",
                    "worth",
                    "fee",
                    "fees",
                    "charge",
                    "charged",
                    "spend",
                    "spent",
                    "owe",
                    "owes",
                    "salary",
                    "earn",
                    "earns",
                    "buy",
                    "bought",
                    "sell",
                    "sold",
                    "rent",
                    "budget",
                    "tip",
                    "refund",
                    "bill",
                    "invoice",
                    "cash",
                    "bucks",
                    "donate",
                    "save",
                    "cheap",
                    "only",
                    "amount",
                    "total",
                    "balance",
                    "discount",
                    "preis",
                    "prix",
                    "precio",
                    "prezzo",
                    "prijs",
                    "preco",
                    "cena",
                    "pret",
                    "fiyat",
                    "kostet",
                    "coute",
                    "cuesta",
                    "costa",
                    "bezahlt",
                    "gehalt",
                    "lohn",
                    "miete",
                    "loyer",
                    "salaire",
                    "sueldo",
                    "stipendio",
                    "salario",
                    "betrag",
                    "montant",
                    "importe",
                    "importo",
                    "kwota",
                    "summa",
                    "suma",
                    "totale",
                    "paga",
                    "pago",
                    "paye");

    private MoneyRecognizers() {}

    /** Around signs such as €. */
    static final class BySign implements Recognizer.OfSigns {

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public String signs() {
            return "€$£¥₹₩₽₺₴₪₫฿₦¢";
        }

        @Override
        public void sign(Text text, int start, int end, Sink sink) {
            char sign = Text.of(text.at(start));
            Amount after = sign == '¢' ? null : AmountReader.after(text, end);
            if (after != null && freeAfter(text, after.end())) {
                if (sign != '$' || isDollars(text, start, after)) {
                    sink.found(
                            prefix(text, start),
                            after.end(),
                            Confidence.DISTINCT_PATTERN,
                            Reason.PATTERN);
                    return;
                }
            }
            Amount before = AmountReader.before(text, start);
            boolean dollars = sign != '$' || dollarEnds(text, end);
            if (before != null
                    && after == null
                    && dollars
                    && text.seenBefore(before.start()) != sign
                    && !(sign == '$' && text.seenBefore(before.start()) == ':')) {
                sink.found(before.start(), end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
            }
        }

        /** US$, CA$, R$: letters that belong to the sign. */
        private static int prefix(Text text, int sign) {
            int p = sign;
            for (int i = 0; i < 3; i++) {
                char c = text.seenBefore(p);
                if (c < 'A' || c > 'Z') {
                    return Chars.isLatin(c) || Chars.isDigit(c) ? sign : p;
                }
                p -= Text.size(text.before(p));
            }
            return sign;
        }

        private static boolean dollarEnds(Text text, int end) {
            char c = Text.of(text.at(text.skipIgnorable(end)));
            return c == ' '
                    || c == '.'
                    || c == ','
                    || c == '\n'
                    || c == ')'
                    || c == Text.EDGE
                    || c == '?'
                    || c == '!'
                    || c == ';';
        }

        private static boolean isDollars(Text text, int start, Amount amount) {
            char before = text.seenBefore(start);
            if (before == '\\' || before == '{' || before == '$' || before == '`') {
                return false;
            }
            // msgReader$1208, 9$1: part of a name
            boolean small = before >= 'a' || Chars.isDigit(before);
            if ((small && (Chars.isLatin(before) || Chars.isDigit(before))) || isZero(amount)) {
                return false;
            }
            if (amount.plain() && amount.digits() == 1) {
                return PAYING.near(text, start, amount.end()) && !isCount(text, start, amount);
            }
            // A number with a zero in front, glued to the sign: a group of a regular expression.
            boolean zero = amount.plain() && amount.digits() > 1 && amount.value() < 10;
            return !zero && !isCount(text, start, amount);
        }

        /** The name of a script. */
        private static boolean isZero(Amount amount) {
            return amount.plain() && amount.digits() == 1 && amount.value() == 0;
        }

        /** Placeholders of a statement: $9, $10, $11. */
        private static boolean isCount(Text text, int start, Amount amount) {
            int p = start;
            while (p > start - 3 && (text.seenBefore(p) == ' ' || text.seenBefore(p) == ',')) {
                p -= Text.size(text.before(p));
            }
            long value = 0;
            long unit = 1;
            while (p > start - 8 && Chars.isDigit(text.seenBefore(p))) {
                value += unit * (text.seenBefore(p) - '0');
                unit *= 10;
                p -= Text.size(text.before(p));
            }
            return p < start
                    && unit > 1
                    && text.seenBefore(p) == '$'
                    && amount.plain()
                    && value == amount.value() - 1;
        }
    }

    /** Around codes and names. */
    static final class ByWord implements Recognizer.OfWords {

        private final Set<String> words =
                Stream.concat(CODES.stream(), NAMES.stream()).collect(Collectors.toSet());

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public Set<String> words() {
            return words;
        }

        @Override
        public void word(Text text, int start, int end, String word, Sink sink) {
            boolean code = CODES.contains(word);
            boolean upper = isUpper(Text.of(text.at(start))) && isUpper(text.seenBefore(end));
            if (code && !upper && !word.equals("eur") && !word.equals("usd")) {
                return;
            }
            if (text.seenBefore(start) == '_' || Text.of(text.at(end)) == '_') {
                return;
            }
            Amount before = AmountReader.before(text, start);
            if (before != null && isEnough(text, before, word)) {
                sink.found(before.start(), end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
                return;
            }
            if (!code || AFTER_ONLY.contains(word)) {
                return;
            }
            Amount after = AmountReader.after(text, end);
            if (after != null && after.start() > end - 1 && freeAfter(text, after.end())) {
                sink.found(start, after.end(), Confidence.DISTINCT_PATTERN, Reason.PATTERN);
            }
        }

        private static boolean isEnough(Text text, Amount amount, String word) {
            if (SHORT.contains(word)) {
                return PAYING.near(text, amount.start(), amount.end());
            }
            if (HEAVY.contains(word)) {
                return PAYING.before(text, amount.start());
            }
            // INR is also a value of the blood's clotting, below ten.
            return !word.equals("inr") || amount.value() >= 10;
        }

        private static boolean isUpper(char c) {
            return c >= 'A' && c <= 'Z';
        }
    }

    private static boolean freeAfter(Text text, int end) {
        int p = text.skipIgnorable(end);
        int unit = text.at(p);
        char c = Text.of(unit);
        if (c == '.' || c == ',' || c == '-') {
            return !Chars.isDigit(Text.of(text.at(p + Text.size(unit))));
        }
        return !Chars.isLatin(c) && !Chars.isDigit(c) && c != '_' && c != '$' && c != '%';
    }
}
