package dev.avow.prove;

import dev.avow.merkle.CompactRange;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is left of a span of a log whose time is over (promise R1): how many entries it had, of
 * when, and the roots of the subtrees that they were, so that the tree proves without them. Its
 * text is signed as a checkpoint is, and begins with another line, so that neither is taken for the
 * other:
 *
 * <pre>
 * avow-audit-stub/1
 * avow/00000000-0000-7000-8000-000000000001
 * 0                       the first entry's index
 * 2400                    the index behind the last
 * 2026-01-01T00:00:01Z    the oldest entry's time
 * 2026-01-01T23:59:08Z    the youngest entry's time
 * 2027-01-02T00:10:00Z    when it was closed
 * (one line for each root, in base64)
 * </pre>
 *
 * @param origin names the log
 */
record AuditStub(
        String origin, CompactRange range, Instant firstAt, Instant lastAt, Instant closedAt) {

    private static final String VERSION = "avow-audit-stub/1";
    private static final int HEAD = 7;
    private static final String NUMBER = "0|[1-9][0-9]{0,17}";

    long entries() {
        return range.next() - range.first();
    }

    /** What is signed. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Object line :
                List.of(VERSION, origin, range.first(), range.next(), firstAt, lastAt, closedAt)) {
            text.append(line).append('\n');
        }
        range.roots().forEach(root -> text.append(root.base64()).append('\n'));
        return text.toString();
    }

    String sign(VerifierKey key, UnaryOperator<byte[]> signer) {
        return SignedNote.sign(text(), key, signer);
    }

    /** The stub that a note is; empty where that key's log has not signed it, or it is none. */
    static Optional<AuditStub> verified(String note, VerifierKey key) {
        return SignedNote.verified(note, key)
                .flatMap(AuditStub::parse)
                .filter(stub -> stub.origin().equals(key.name()));
    }

    private static Optional<AuditStub> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= HEAD
                || !lines[0].equals(VERSION)
                || !lines[2].matches(NUMBER)
                || !lines[3].matches(NUMBER)) {
            return Optional.empty();
        }
        try {
            List<Hash> roots = new ArrayList<>();
            for (int at = HEAD; at < lines.length - 1; at++) {
                roots.add(Hash.of(Base64.getDecoder().decode(lines[at])));
            }
            return Optional.of(
                    new AuditStub(
                            lines[1],
                            new CompactRange(
                                    Long.parseLong(lines[2]), Long.parseLong(lines[3]), roots),
                            Instant.parse(lines[4]),
                            Instant.parse(lines[5]),
                            Instant.parse(lines[6])));
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AuditStub of " + range;
    }
}
