package dev.avow.record;

import dev.avow.record.JournalCodec.Ended;
import dev.avow.record.JournalCodec.Opened;
import dev.avow.record.JournalFile.State;
import dev.avow.record.JournalReader.Found;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantLane;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what an earlier process left in its journal. A use whose end was not noted is marked as
 * interrupted; one whose row was written before and is gone since was erased, and stays so.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int LARGEST_GROUP = 1_000;

    private static final byte[] NOTHING = {};

    private final Map<UUID, Leftover> uses = new LinkedHashMap<>();
    private final Map<UUID, Ending> endings = new LinkedHashMap<>();

    /** Files that hold nothing else. */
    private final List<String> read = new ArrayList<>();

    /** Those that do, as they are to be kept. */
    private final Map<String, byte[]> unread = new LinkedHashMap<>();

    private Recovery() {}

    /**
     * Does it, and deletes the files for good: what is erased from now on must not be found in them
     * after a power failure. What cannot be read must neither keep the server from starting nor be
     * lost, so it is set aside. Where the database fails they all stay and it fails.
     */
    static void run(Tenancy tenancy, JournalFolder folder) {
        UnreadableFiles aside = new UnreadableFiles(folder);
        try {
            Recovery recovery = new Recovery();
            for (String file : Journal.left(folder)) {
                recovery.take(folder, file);
            }
            for (String file : aside.names()) {
                recovery.take(folder, file);
            }
            recovery.write(tenancy);
            for (Map.Entry<String, byte[]> file : recovery.unread.entrySet()) {
                aside.add(file.getKey(), file.getValue());
            }
            for (String file : recovery.read) {
                folder.delete(file);
            }
            folder.force();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void take(JournalFolder folder, String file) {
        byte[] bytes = NOTHING;
        boolean whole = true;
        try {
            bytes = folder.read(file);
            for (Found found : JournalReader.entries(file, bytes)) {
                if (take(found)) {
                    bytes[found.markAt()] = found.whenDone();
                } else {
                    whole = false;
                }
            }
        } catch (IOException disk) {
            whole = false;
        }
        if (whole) {
            read.add(file);
        } else {
            unread.put(file, bytes);
        }
    }

    /** False where this version cannot read it. */
    private boolean take(Found found) {
        if (found.state() == State.DONE) {
            return true;
        }
        try {
            switch (JournalCodec.read(found.payload())) {
                case Opened opened ->
                        uses.put(
                                opened.opening().id(),
                                new Leftover(
                                        opened.opening(),
                                        found.state() == State.ROW_WRITTEN,
                                        null));
                case Ended ended -> endings.put(ended.id(), ended.ending());
            }
            return true;
        } catch (IOException | RuntimeException another) {
            return false;
        }
    }

    private void write(Tenancy tenancy) {
        if (uses.isEmpty()) {
            return;
        }
        Map<TenantId, List<Leftover>> byTenant = new LinkedHashMap<>();
        for (Leftover use : uses.values()) {
            @Nullable Ending ending = endings.get(use.opening().id());
            byTenant.computeIfAbsent(use.opening().tenant(), _ -> new ArrayList<>())
                    .add(new Leftover(use.opening(), use.rowWritten(), ending));
        }
        try (TenantLane lane = tenancy.openLane()) {
            byTenant.forEach((tenant, left) -> {
                for (int from = 0; from < left.size(); from += LARGEST_GROUP) {
                    List<Leftover> group =
                            left.subList(from, Math.min(left.size(), from + LARGEST_GROUP));
                    lane.within(tenant, connection -> InteractionRows.recover(connection, group));
                }
            });
        }
        LOG.info(
                "the last process did not end in order; {} uses of its journal were recorded, {} of"
                        + " them as interrupted",
                uses.size(),
                uses.keySet().stream().filter(id -> !endings.containsKey(id)).count());
    }
}
