package dev.avow.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The page for machines. The names of components, in snake case, are those of the JSON's fields.
 *
 * @param version the same for pages that say the same
 * @param material of which version what is material is
 * @param announced what will change, the nearest first
 * @param language of its texts; ids and values have none
 */
public record TrustJson(
        Instant generatedAt,
        String version,
        VersionJson material,
        List<AnnouncedView> announced,
        String language,
        List<PartView> parts) {

    /** What will change, and from which day on. */
    public record AnnouncedView(LocalDate effectiveOn, Instant announcedAt, String text) {}

    /** A part. */
    public record PartView(String id, String title, List<SentenceView> sentences) {}

    /** A sentence. */
    public record SentenceView(
            String id,
            String state,
            String text,
            Map<String, Object> values,
            List<String> details,
            ProofView proof,
            ControlView control,
            @Nullable String link) {}

    /**
     * That it ran.
     *
     * @param at null where it has not, or where tests alone prove it
     */
    public record ProofView(
            String id,
            @Nullable Instant at,
            boolean missing,
            String text,
            @Nullable String evidence) {}

    /** What makes it true. */
    public record ControlView(String by, String promise, String page, List<String> settings) {}

    /** In one language. */
    public static TrustJson of(Published published, Words words) {
        TrustPage page = published.page();
        return new TrustJson(
                page.generatedAt(),
                page.version(),
                VersionJson.of(published.version(), words),
                published.announced().stream()
                        .map(each ->
                                new AnnouncedView(
                                        each.effectiveOn(), each.announcedAt(), each.text(words)))
                        .toList(),
                words.language(),
                page.chapters().stream()
                        .map(each ->
                                new PartView(
                                        each.part().id(),
                                        words.text("part." + each.part().id()),
                                        each.sentences().stream()
                                                .map(sentence -> view(sentence, words))
                                                .toList()))
                        .toList());
    }

    private static SentenceView view(Sentence sentence, Words words) {
        Proof proof = sentence.proof();
        Control control = sentence.control();
        return new SentenceView(
                sentence.id(),
                sentence.state().id(),
                words.sentence(sentence),
                plain(sentence.values()),
                sentence.details(),
                new ProofView(
                        proof.id(),
                        proof.at(),
                        proof.isMissing(),
                        words.proof(sentence),
                        proof.evidence()),
                new ControlView(
                        control.by().getName(),
                        control.promise(),
                        control.page(),
                        control.settings()),
                sentence.link());
    }

    /** A phrase by its id and its own values, since its words stand in the text. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Sentence.Phrase phrase -> {
                Map<String, Object> fields = plain(phrase.values());
                fields.put("id", phrase.id());
                yield fields;
            }
            case List<?> list -> list.stream().map(TrustJson::plain).toList();
            default -> value;
        };
    }
}
