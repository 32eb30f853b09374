package dev.avow.mask;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of persons and e-mail addresses. Family names are invented; that nobody bears one cannot be
 * promised. Addresses are at example.org, example.com and example.net, which are kept for such use
 * (RFC 2606, section 3).
 */
final class SyntheticName {

    private static final String[] FIRST = {
        "Alex", "Robin", "Sasha", "Kim", "Jules", "Noor", "Toni", "Marin", "Ariel", "Devon",
        "Emery", "Jamie", "Lou", "Morgan", "Quinn", "Riley"
    };

    private static final String[] FAMILY = {
        "Quillmere", "Vandorse", "Haldrinne", "Thornebay", "Ostervane", "Pellwick", "Mirandeau",
        "Kestrolle", "Branvoort", "Saltimore", "Dunverre", "Elmsgard", "Fenwarth", "Grellion",
        "Ivorstad", "Jandelle", "Lorrimont", "Nettlevane", "Orbinsky", "Pravelli", "Rondheim",
        "Selvarre", "Tormundel", "Ulverque", "Westmarne", "Yarrowin", "Zellinque", "Corvantes",
        "Birkenlys", "Ashdelle", "Holmqvart", "Cindral"
    };

    private static final String[] DOMAINS = {"example.org", "example.com", "example.net"};

    private SyntheticName() {}

    /** As many words as one or two; in capitals where the original is. */
    static @Nullable String person(String original, int n, boolean checksumHolds) {
        boolean single = original.indexOf(' ') < 0;
        if (n >= (single ? FAMILY.length : FAMILY.length * FIRST.length)) {
            return null;
        }
        String name = single ? FAMILY[n] : first(n) + " " + family(n);
        boolean capitals =
                original.equals(original.toUpperCase(Locale.ROOT)) && original.length() > 1;
        return capitals ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** The number before the sign makes each another. */
    static String email(String original, int n, boolean checksumHolds) {
        String local = first(n) + "." + family(n);
        return local.toLowerCase(Locale.ROOT) + (n + 1) + "@" + DOMAINS[n % DOMAINS.length];
    }

    private static String first(int n) {
        return FIRST[(n * 7 + n / FAMILY.length) % FIRST.length];
    }

    private static String family(int n) {
        return FAMILY[n % FAMILY.length];
    }
}
