package dev.avow.app;

import dev.avow.app.CoverageBodies.Part;
import dev.avow.decide.MaskMode;
import dev.avow.words.Route;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page {@code docs/coverage.md}. */
final class CoveragePage {

    private static final String HEAD =
            """
            # What is covered

            Written by `CoverageTest` (`app/`), which holds every line of it against a running Avow and fails where this page is stale; with the
            system property `avow.coverage.write` it writes it anew. Do not edit.

            Each part of a request that can hold text, on each route, holds an e-mail address and a card's number of its own. In each mode,
            streamed and not where the route streams, it is seen at the provider that neither left (promise B1), that what stands there has the mode's
            form, and in the answer of a model that repeats the whole request:

            - **↩** the original comes back to the caller, also where the stream cuts its stand-in,
            - **→** what left stays in the answer,
            - **·** the route answers with numbers or sound; nothing left, and there is no text to restore.

            *Asked* says whether the part is what the model is asked: it counts for the interaction's fingerprint and length and stands in the receipt's text.
            A part that nobody has heard of is covered like the others.
            """;

    /** Those that the lines of a batch may name. */
    static final List<Route> BATCHED =
            List.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS, Route.MESSAGES);

    private CoveragePage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Route route : Route.values()) {
            List<Part> parts = CoverageBodies.parts(route);
            page.append("\n## `POST /v1").append(route.path()).append("`\n\n");
            page.append(parts.size()).append(" parts, ");
            page.append(CoverageRun.streams(route) ? "streamed and not" : "not streamed");
            page.append(".\n\n| part | asked |");
            for (MaskMode mode : MaskMode.values()) {
                page.append(' ').append(mode.id()).append(" |");
            }
            page.append("\n| --- | --- |").append(" :-: |".repeat(MaskMode.values().length));
            page.append('\n');
            parts.forEach(part -> page.append(row(part)));
        }
        return page.append(batches()).toString();
    }

    /** The same parts by another way: what left is seen in the file, what comes back in another. */
    private static String batches() {
        StringBuilder page =
                new StringBuilder(
                        "\n## `POST /v1/files`, `POST /v1/batches`,"
                                + " `POST /v1/messages/batches`\n\nA batch");
        page.append(" with a request to each of these routes, in each mode, holds what the");
        page.append(" table of its route says, but for the receipt, which a batch has none of:\n");
        for (Route route : BATCHED) {
            page.append("\n- `/v1").append(route.path()).append("`: ");
            page.append(CoverageBodies.parts(route).size()).append(" parts");
        }
        return page.append('\n').append(files()).toString();
    }

    /** What a file says that requests name. */
    private static String files() {
        StringBuilder page = new StringBuilder("\n## `POST /v1/files`, named by a request\n\n");
        page.append(
                "Each file is uploaded and named by a request to `/v1/responses`: what left is");
        page.append(" the file, and the model tells it. A document leaves as its text. In a file");
        page.append(" `synthetic` is a pseudonym.\n\n| part | asked |");
        for (MaskMode mode : MaskMode.values()) {
            page.append(' ').append(mode.id()).append(" |");
        }
        page.append("\n| --- | --- |").append(" :-: |".repeat(MaskMode.values().length));
        page.append('\n');
        for (CoverageFiles file : CoverageFiles.values()) {
            file.parts().forEach(part -> page.append(row(part)));
        }
        return page.toString();
    }

    private static String row(Part part) {
        String cells =
                Arrays.stream(MaskMode.values())
                        .map(mode -> cell(part, mode))
                        .collect(Collectors.joining(" | "));
        return "| " + part.label() + " | " + (part.prompt() ? "yes" : "") + " | " + cells + " |\n";
    }

    private static String cell(Part part, MaskMode mode) {
        if (!CoverageRun.answersWithText(part.route())) {
            return "·";
        }
        return CoverageRules.comesBack(part, mode) ? "↩" : "→";
    }
}
