package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export of an audit log, line by line, with nothing but the export and a public key.
 * Memory is that of the lines that are given at once. For one thread, and one export.
 */
public final class AuditCheck {

    /** That an export does not prove, and why; the message holds no content. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * What was proven.
     *
     * @param checkpoint of the whole log
     * @param opened entries whose sealed values were there and are those that were logged
     * @param closed what is no longer there because its time was over; null for nothing
     * @param key whose signature it is
     * @param continued the earlier checkpoint that the log continues; null where none was given
     * @param witnessed what the witnesses that were asked about cosigned of it
     */
    public record Proven(
            Checkpoint checkpoint,
            long opened,
            @Nullable Closed closed,
            VerifierKey key,
            @Nullable Checkpoint continued,
            List<Witnessed> witnessed) {}

    /**
     * Spans of the log whose time was over, each with a stub that the log's key has signed.
     *
     * @param entries in all of them
     * @param oldest the time of the oldest of these entries
     * @param youngest the time of the youngest
     * @param lastClosed when the last span was closed
     */
    public record Closed(
            long spans, long entries, Instant oldest, Instant youngest, Instant lastClosed) {

        private static Closed of(AuditStub stub) {
            return new Closed(1, stub.entries(), stub.firstAt(), stub.lastAt(), stub.closedAt());
        }

        private Closed plus(AuditStub stub) {
            return new Closed(
                    spans + 1,
                    entries + stub.entries(),
                    earlier(oldest, stub.firstAt()),
                    later(youngest, stub.lastAt()),
                    later(lastClosed, stub.closedAt()));
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    // What nobody checks must not stand beside what was checked.
    private static final Set<String> HEAD =
            Set.of(
                    "format",
                    "origin",
                    "exported_at",
                    "verifier_key",
                    "checkpoint",
                    "cosigned",
                    "broken");
    private final VerifierKey key;
    private final Checkpoint signed;
    private final @Nullable Checkpoint earlier;
    private final List<Witnessed> witnessed;

    /** What the tree must still come to on its way, the smallest first. */
    private final Deque<Checkpoint> due;

    private Frontier tree = Frontier.EMPTY;
    private long opened;
    private @Nullable Closed closed;

    private AuditCheck(
            VerifierKey key,
            Checkpoint signed,
            @Nullable Checkpoint earlier,
            List<Checkpoint> cosigned,
            List<Witnessed> witnessed) {
        this.key = key;
        this.signed = signed;
        this.earlier = earlier;
        this.witnessed = List.copyOf(witnessed);
        List<Checkpoint> all = new ArrayList<>(cosigned);
        if (earlier != null) {
            all.add(earlier);
        }
        this.due =
                all.stream()
                        .filter(each -> each.size() > 0)
                        .sorted(Comparator.comparingLong(Checkpoint::size))
                        .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /**
     * Begins with an export's first line.
     *
     * @param pinned the key that the log must be signed with; null to take the export's own word
     * @param earlier a checkpoint's signed note, kept from before; null for none
     */
    public static AuditCheck begin(
            String line, @Nullable VerifierKey pinned, @Nullable String earlier) throws Failed {
        return begin(line, pinned, earlier, List.of());
    }

    /**
     * Begins with an export's first line.
     *
     * @param witnesses each of which must have cosigned a checkpoint of the log
     */
    public static AuditCheck begin(
            String line,
            @Nullable VerifierKey pinned,
            @Nullable String earlier,
            List<CosignerKey> witnesses)
            throws Failed {
        JsonNode head = read(line);
        if (!AuditExport.FORMAT.equals(head.path("format").asString(""))) {
            throw new Failed("this is no export of an audit log (" + AuditExport.FORMAT + ")");
        }
        if (head.has("broken")) {
            throw new Failed("Avow would not sign it: " + head.path("broken").asString(""));
        }
        VerifierKey key =
                pinned != null
                        ? pinned
                        : VerifierKey.parse(head.path("verifier_key").asString(""))
                                .orElseThrow(() -> new Failed("it names no verifier key"));
        if (!head.path("origin").asString("").equals(key.name())) {
            throw new Failed("it says to be another log than that of the key " + key.text());
        }
        Checkpoint signed = checkpoint(head.path("checkpoint").asString(""), key);
        List<String> notes = new ArrayList<>();
        head.path("cosigned").forEach(each -> notes.add(each.asString("")));
        List<Checkpoint> cosigned = new ArrayList<>();
        for (String each : notes) {
            cosigned.add(checkpoint(each, key));
        }
        return new AuditCheck(
                key,
                signed,
                earlier == null ? null : checkpoint(earlier, key),
                cosigned,
                Witnessed.by(witnesses, notes, key));
    }

    private static Checkpoint checkpoint(String note, VerifierKey key) throws Failed {
        return SignedNote.verified(note, key)
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(key.name()))
                .orElseThrow(
                        () -> new Failed("its checkpoint is not signed by the key " + key.text()));
    }

    /** Takes the next line. */
    public void line(String line) throws Failed {
        take(AuditLine.of(line));
    }

    /**
     * Takes the next lines, some thousand at best: each is checked for itself by all processors,
     * and then their order. The same as {@link #line} for one after the other.
     */
    public void lines(List<String> lines) throws Failed {
        for (AuditLine each : lines.parallelStream().map(AuditLine::of).toList()) {
            take(each);
        }
    }

    private void take(AuditLine line) throws Failed {
        long index = tree.size();
        String failure = line.failure();
        if (failure != null && line.index() < 0) {
            throw new Failed("entry " + index + failure);
        }
        if (index >= signed.size()) {
            throw new Failed("there are more entries than the checkpoint's " + signed.size());
        }
        if (line.index() != index) {
            throw new Failed("entry " + index + " is missing, or not in its place");
        }
        String stub = line.closed();
        if (stub != null && failure == null) {
            takeClosed(stub);
            return;
        }
        Hash hash = line.hash();
        if (failure != null || hash == null) {
            throw new Failed("entry " + index + (failure == null ? " was altered" : failure));
        }
        opened += line.opened() ? 1 : 0;
        tree = tree.plus(hash);
        requireEarlier();
    }

    private void takeClosed(String note) throws Failed {
        long first = tree.size();
        AuditStub stub =
                AuditStub.verified(note, key)
                        .filter(each -> each.range().first() == first)
                        .orElseThrow(() ->
                                new Failed(
                                        "the stub of the closed entries from "
                                                + first
                                                + " on is not signed by the log's key"));
        long next = stub.range().next();
        if (next > signed.size()) {
            throw new Failed("there are more entries than the checkpoint's " + signed.size());
        }
        Checkpoint before = due.peek();
        if (before != null && before.size() < next) {
            throw new Failed(
                    "the earlier checkpoint of "
                            + before.size()
                            + " entries lies in the middle of the entries "
                            + first
                            + " to "
                            + (next - 1)
                            + ", which were closed since; give one of "
                            + next
                            + " entries or more");
        }
        tree = tree.plus(stub.range());
        Closed others = closed;
        closed = others == null ? Closed.of(stub) : others.plus(stub);
        requireEarlier();
    }

    private void requireEarlier() throws Failed {
        for (Checkpoint before = due.peek();
                before != null && tree.size() == before.size();
                before = due.peek()) {
            if (!tree.root().equals(before.root())) {
                throw new Failed(
                        "the first " + before.size() + " entries are not those of the checkpoint");
            }
            due.remove();
        }
    }

    /** Ends, after the last line. */
    public Proven end() throws Failed {
        if (tree.size() < signed.size()) {
            throw new Failed(
                    "the last "
                            + (signed.size() - tree.size())
                            + " of "
                            + signed.size()
                            + " entries are missing");
        }
        if (!tree.root().equals(signed.root())) {
            throw new Failed("the entries are not those that the checkpoint was signed of");
        }
        if (!due.isEmpty()) {
            throw new Failed("the log is shorter than the earlier checkpoint says");
        }
        return new Proven(signed, opened, closed, key, earlier, witnessed);
    }

    private static JsonNode read(String line) throws Failed {
        String what = "the first line";
        JsonNode document;
        try {
            document = JSON.readTree(line);
        } catch (JacksonException garbage) {
            throw new Failed(what + " is no JSON object whose members stand once each");
        }
        if (document == null || !document.isObject()) {
            throw new Failed(what + " is no JSON object");
        }
        if (!HEAD.containsAll(document.propertyNames())) {
            throw new Failed(what + " has a member that no export has");
        }
        return document;
    }
}
