package dev.avow.app;

import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Personal data of nobody, other data in each part of a body: an address and a card's number
 * between marks, so that what stands for them can be found again.
 */
record CoverageValue(CoverageBodies.Part part) {

    private int place() {
        return List.of(Route.values()).indexOf(part.route());
    }

    String email() {
        return "part" + part.number() + "of" + place() + "@mail.example";
    }

    /** A number that passes Luhn's check. */
    String card() {
        String digits = "400000%03d%03d000".formatted(place() + 1, part.number());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int added = i % 2 == 0 ? digit * 2 : digit;
            sum += added > 9 ? added - 9 : added;
        }
        return digits + (10 - sum % 10) % 10;
    }

    String mark(char which) {
        return "mark" + part.number() + which;
    }

    String text() {
        return "%s %s %s %s %s".formatted(mark('a'), email(), mark('b'), card(), mark('c'));
    }

    /** As it stands in the body. */
    String written() {
        return switch (part.kind()) {
            case TEXT -> text();
            case NAME -> email();
            case NUMBER -> card();
            case BASE64 ->
                    Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Whether some of it stands in a text. */
    boolean isIn(String text) {
        return text.contains(email()) || text.contains(card());
    }
}
