package dev.avow.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version for machines. The names of components, in snake case, are those of the JSON's fields.
 *
 * @param notice {@code first}, {@code announced} or {@code without_notice}
 * @param items all that it says; null in a list
 */
public record VersionJson(
        int number,
        Instant since,
        String hash,
        String notice,
        @Nullable UUID announcementId,
        List<ChangeView> changes,
        @Nullable List<ItemView> items) {

    /**
     * What differs from the version before.
     *
     * @param from null where it is new
     * @param to null where it is no longer said
     */
    public record ChangeView(String kind, String key, @Nullable String from, @Nullable String to) {}

    /** One thing that it says. */
    public record ItemView(String part, String key, String text) {}

    /** In one language, without its items. */
    public static VersionJson of(TrustVersion version, Words words) {
        return of(version, words, null);
    }

    /** In one language, with its items. */
    public static VersionJson whole(TrustVersion version, Words words) {
        return of(
                version,
                words,
                version.material().items().stream()
                        .map(each -> new ItemView(each.part(), each.key(), each.text(words)))
                        .toList());
    }

    private static VersionJson of(
            TrustVersion version, Words words, @Nullable List<ItemView> items) {
        return new VersionJson(
                version.number(),
                version.since(),
                version.hash(),
                version.notice().id(),
                version.announcementId(),
                version.changes().stream().map(each -> view(each, words)).toList(),
                items);
    }

    private static ChangeView view(MaterialChange change, Words words) {
        Material.Item before = change.before();
        Material.Item after = change.after();
        return new ChangeView(
                change.kind().id(),
                before != null ? before.key() : after != null ? after.key() : "",
                before == null ? null : before.text(words),
                after == null ? null : after.text(words));
    }
}
