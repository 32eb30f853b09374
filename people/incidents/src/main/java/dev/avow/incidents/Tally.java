package dev.avow.incidents;

import dev.avow.incidents.Assessment.Finding;
import dev.avow.incidents.Assessment.Recipient;
import dev.avow.incidents.Assessment.RegionCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what {@link ScopedUses} counts, part by part; memory is that of the people, keys and
 * recipients. For one thread.
 */
final class Tally {

    /** Interactions of each person, in the order of their ids. */
    final TreeMap<UUID, Long> people = new TreeMap<>();

    private final Set<UUID> apiKeys = new HashSet<>();
    private final Map<String, Finding> findings = new TreeMap<>();
    private final Map<Recipient, Long> recipients = new HashMap<>();
    private final Map<Optional<String>, Long> regions = new HashMap<>();
    private long interactions;
    private long withoutAccount;

    /** Takes one row; returns how many interactions were counted so far. */
    long add(ResultSet row) throws SQLException {
        long n = row.getLong("n1");
        switch (row.getString("kind")) {
            case "use" -> use(id(row, "a"), id(row, "b"), n);
            case "finding" ->
                    findings.merge(
                            row.getString("a"),
                            new Finding(
                                    row.getString("a"),
                                    n,
                                    row.getLong("n2"),
                                    row.getLong("n3"),
                                    row.getLong("n4")),
                            Tally::sum);
            case "recipient" ->
                    recipients.merge(
                            new Recipient(
                                    row.getString("a"),
                                    row.getString("b"),
                                    row.getString("c"),
                                    row.getString("d"),
                                    row.getString("e"),
                                    0),
                            n,
                            Long::sum);
            case "region" -> regions.merge(Optional.ofNullable(row.getString("a")), n, Long::sum);
            default -> throw new IllegalStateException("a count of an unknown kind");
        }
        return interactions;
    }

    private void use(@Nullable UUID person, @Nullable UUID key, long n) {
        interactions += n;
        if (key != null) {
            apiKeys.add(key);
        }
        if (person == null) {
            withoutAccount += n;
        } else {
            people.merge(person, n, Long::sum);
        }
    }

    private static Finding sum(Finding one, Finding other) {
        return new Finding(
                one.type(),
                one.leftUnmasked() + other.leftUnmasked(),
                one.leftMasked() + other.leftMasked(),
                one.stayed() + other.stayed(),
                one.inAnswers() + other.inAnswers());
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    long interactions() {
        return interactions;
    }

    long withoutAccount() {
        return withoutAccount;
    }

    long apiKeys() {
        return apiKeys.size();
    }

    /** By type. */
    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /** Who received most, first. */
    List<Recipient> recipients() {
        return recipients.entrySet().stream()
                .map(each -> counted(each.getKey(), each.getValue()))
                .sorted(
                        Comparator.comparingLong(Recipient::interactions)
                                .reversed()
                                .thenComparing(Recipient::toString))
                .toList();
    }

    private static Recipient counted(Recipient who, long interactions) {
        return new Recipient(
                who.purpose(),
                who.provider(),
                who.host(),
                who.region(),
                who.agreement(),
                interactions);
    }

    /** The region of most, first. */
    List<RegionCount> regions() {
        return regions.entrySet().stream()
                .map(each -> new RegionCount(each.getKey().orElse(null), each.getValue()))
                .sorted(
                        Comparator.comparingLong(RegionCount::interactions)
                                .reversed()
                                .thenComparing(RegionCount::toString))
                .toList();
    }
}
