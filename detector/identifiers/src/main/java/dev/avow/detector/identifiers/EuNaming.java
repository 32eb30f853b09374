package dev.avow.detector.identifiers;

import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words that say which number a number is: its names, or its country together with a word for
 * the kind of number, as in "Dutch tax number".
 *
 * <p>Several countries have numbers of nine, ten or eleven digits whose check digits agree by
 * chance. So a word does not only count or not: the nearer it stands, the surer the finding, and of
 * two numbers that a value could be, the one named nearest to it wins. Immutable and safe for
 * threads.
 */
final class EuNaming {

    /** Words for numbers that a state gives to a person. */
    static final ContextWords PERSON =
            ContextWords.of(
                    "id",
                    "identity",
                    "identification",
                    "personal",
                    "person",
                    "national",
                    "citizen",
                    "birth",
                    "security",
                    "insurance",
                    "ssn",
                    "code");

    /** Words for numbers that a tax office gives. */
    static final ContextWords TAX =
            ContextWords.of("tax", "taxpayer", "tin", "fiscal", "taxation", "vat");

    /** Words for numbers of the insured and of patients. */
    static final ContextWords INSURANCE =
            ContextWords.of("insurance", "insured", "health", "social", "security", "ssn");

    private static final ContextWords OTHERS =
            ContextWords.of(
                    "phone",
                    "telephone",
                    "tel",
                    "telefon",
                    "telefono",
                    "telefone",
                    "telefoon",
                    "mobile",
                    "mobil",
                    "handy",
                    "fax",
                    "sms",
                    "whatsapp",
                    "order",
                    "invoice",
                    "ticket",
                    "tracking",
                    "timestamp",
                    "isbn",
                    "ean",
                    "sku");

    private static final int OTHERS_REACH = 16;
    private static final int STEP = 4;
    private static final double NEAREST = 0.99;
    private static final double PER_CHAR = 0.001;
    private static final double AFTER = 0.94;
    private static final double BY_COUNTRY = 0.93;

    private final ContextWords names;
    private final @Nullable ContextWords country;
    private final @Nullable ContextWords kinds;

    private EuNaming(
            ContextWords names, @Nullable ContextWords country, @Nullable ContextWords kinds) {
        this.names = names;
        this.country = country;
        this.kinds = kinds;
    }

    /** Names that are enough by themselves: lower case, without accents up to U+00FF. */
    static EuNaming of(String... names) {
        return new EuNaming(ContextWords.of(names), null, null);
    }

    /** The same, or the country and one of the kinds, both near. */
    EuNaming or(ContextWords kinds, String... country) {
        return new EuNaming(names, ContextWords.of(country), kinds);
    }

    /** The names, for what may be glued to a number. */
    ContextWords names() {
        return names;
    }

    /**
     * How sure the words make it that a value is this.
     *
     * @return 0 where nothing names it, or where a word nearer to it names something else
     */
    double confidence(Text text, int start, int end) {
        if (names.before(text, start)) {
            int reach = STEP;
            while (reach < ContextWords.BEFORE && !names.before(text, start, reach)) {
                reach += STEP;
            }
            return othersNearer(text, start, reach) ? 0 : NEAREST - PER_CHAR * reach;
        }
        if (othersNearer(text, start, ContextWords.BEFORE)) {
            return 0;
        }
        if (names.after(text, end)) {
            return AFTER;
        }
        return byCountry(text, start, end) ? BY_COUNTRY : 0;
    }

    private boolean byCountry(Text text, int start, int end) {
        return country != null
                && kinds != null
                && country.near(text, start, end)
                && kinds.near(text, start, end);
    }

    private static boolean othersNearer(Text text, int start, int reach) {
        return OTHERS.before(text, start, Math.min(reach, OTHERS_REACH));
    }
}
