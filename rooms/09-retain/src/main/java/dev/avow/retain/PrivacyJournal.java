package dev.avow.retain;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erasures and legal holds, one JSON object a line, in {@code privacy.journal} beside the subjects'
 * keys. It is written before what it tells of is done, and outside the database, so that it is
 * newer than every backup.
 *
 * <p>Safe for any thread and for several processes; blocks until the line is on the disk. A line
 * that a power cut left half is passed over: what it told of was not begun.
 */
public final class PrivacyJournal {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /**
     * @param folder the one that holds the subjects' keys
     */
    public PrivacyJournal(Path folder) {
        this.file = folder.resolve("privacy.journal");
    }

    /**
     * Writes an entry; it is durable on return.
     *
     * @throws dev.avow.words.FaultException {@code store_unavailable} where it cannot be written
     */
    public synchronized void append(JournalEntry entry) {
        byte[] line =
                (JSON.writeValueAsString(fields(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            PrivateFiles.makeFolder(folder);
            try (FileChannel channel =
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                long end = channel.size();
                channel.position(end);
                if (end > 0 && !endsALine(channel, end)) {
                    channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
                }
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
                if (end == 0) {
                    PrivateFiles.sync(folder); // it was just made
                }
            }
        } catch (IOException unwritable) {
            throw unusable();
        }
    }

    /** All entries, oldest first; none where nothing was ever written. */
    public List<JournalEntry> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<JournalEntry> all = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    read(line, all);
                }
            }
            return List.copyOf(all);
        } catch (IOException unreadable) {
            throw unusable();
        }
    }

    private static boolean endsALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private static Map<String, Object> fields(JournalEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", entry.at().toString());
        fields.put("tenant", entry.tenant().toString());
        fields.put("event", entry.event().name());
        fields.put("id", entry.id().toString());
        fields.put("details", entry.details());
        return fields;
    }

    private static void read(String line, List<JournalEntry> all) {
        try {
            JsonNode fields = JSON.readTree(line);
            Map<String, String> details = new LinkedHashMap<>();
            fields.path("details")
                    .properties()
                    .forEach(each -> details.put(each.getKey(), each.getValue().asString("")));
            all.add(
                    new JournalEntry(
                            Instant.parse(fields.path("at").asString("")),
                            new TenantId(UUID.fromString(fields.path("tenant").asString(""))),
                            JournalEntry.Event.valueOf(fields.path("event").asString("")),
                            UUID.fromString(fields.path("id").asString("")),
                            details));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException half) {
            // Only the last write before a power cut can be half, and nothing followed from it.
        }
    }

    private RuntimeException unusable() {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the privacy journal " + file + " cannot be used; check AVOW_KEYS_DIR")
                .asException();
    }
}
