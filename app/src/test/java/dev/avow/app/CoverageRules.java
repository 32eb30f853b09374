package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.app.CoverageBodies.Kind;
import dev.avow.app.CoverageBodies.Part;
import dev.avow.decide.MaskMode;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must be so of each part, in each mode. */
final class CoverageRules {

    private static final JsonMapper JSON = new JsonMapper();

    private CoverageRules() {}

    /** Whether the caller is told the original where the model repeats what it saw. */
    static boolean comesBack(Part part, MaskMode mode) {
        return CoverageRun.answersWithText(part.route())
                && switch (part.kind()) {
                    case BASE64 -> false;
                    case NAME -> mode != MaskMode.HASH;
                    case TEXT, NUMBER -> mode.isReversible();
                };
    }

    /**
     * B1 for one part: nothing of it left, what stands there is as asked, and what comes back is.
     */
    static void verify(Part part, MaskMode mode, CoverageRun run) {
        CoverageValue value = new CoverageValue(part);
        assertThat(value.isIn(run.left())).as(part.label() + " left").isFalse();
        boolean marked = part.kind() == Kind.TEXT || part.kind() == Kind.BASE64;
        if (marked) {
            Matcher standIn = standIn(value, run.left());
            assertThat(standIn.find()).as(part.label() + " is in what left").isTrue();
            assertThat(standIn.group(1)).as(part.label()).matches(form(mode, "EMAIL"));
            assertThat(standIn.group(2)).as(part.label()).matches(form(mode, "PAYMENT_CARD"));
            String receipt = run.receipt();
            if (receipt != null) {
                assertThat(receipt.contains(standIn.group()))
                        .as(part.label() + " in the receipt's text")
                        .isEqualTo(part.prompt());
            }
            if (CoverageRun.answersWithText(part.route()) && part.kind() == Kind.TEXT) {
                assertThat(run.said())
                        .as(part.label() + " comes back or stays")
                        .contains(comesBack(part, mode) ? value.text() : standIn.group());
            }
        }
        assertThat(value.isIn(run.said())).as(part.label()).isEqualTo(comesBack(part, mode));
    }

    private static Matcher standIn(CoverageValue value, String left) {
        return Pattern.compile(
                        "%s (.*?) %s (.*?) %s"
                                .formatted(value.mark('a'), value.mark('b'), value.mark('c')))
                .matcher(left);
    }

    private static String form(MaskMode mode, String label) {
        boolean email = label.equals("EMAIL");
        return switch (mode) {
            case PSEUDONYM -> "\\[" + label + "_\\d+]";
            case PLACEHOLDER -> "<" + label + ">";
            case SYNTHETIC ->
                    email ? "[a-z]+\\.[a-z]+\\d+@example\\.(org|com|net)" : "424242\\d{10}";
            // Those who read forms put a blank for a colon in a file's name.
            case HASH -> "<" + label + "[: ][0-9a-f]{16}>";
            case PARTIAL -> email ? "\\*+@\\*{4}\\.\\*{3}mple" : "\\*{12}\\d{4}";
            case REMOVE -> "";
        };
    }

    /**
     * Where the routes' tables and the parts differ: a part that the model is asked and whose
     * member is in no table, or a member of a table of which there is no part.
     */
    static List<String> gaps(Function<Route, Set<String>> tables) {
        List<String> gaps = new ArrayList<>();
        for (Route route : Route.values()) {
            JsonNode body = JSON.readTree(CoverageBodies.body(route, CoverageRules::placed));
            Set<String> table = tables.apply(route);
            for (Part part : CoverageBodies.parts(route)) {
                if (part.prompt() && !table.contains(memberOf(part, body))) {
                    gaps.add(route.path() + ": " + part.label() + " is in no table");
                }
            }
            for (String member : table) {
                boolean covered =
                        CoverageBodies.parts(route).stream()
                                .anyMatch(part ->
                                        part.prompt() && memberOf(part, body).equals(member));
                if (!covered) {
                    gaps.add(route.path() + ": " + member + " has no part");
                }
            }
        }
        return gaps;
    }

    private static String placed(Part part) {
        return part.kind() == Kind.NUMBER
                ? String.valueOf(9_000_000 + part.number())
                : "at" + part.number() + "!";
    }

    private static String memberOf(Part part, JsonNode body) {
        return body.properties().stream()
                .filter(each ->
                        each.getKey().contains(placed(part))
                                || each.getValue().toString().contains(placed(part)))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
