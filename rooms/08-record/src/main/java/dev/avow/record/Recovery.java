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

    private final Map<UUID, Leftover> uses = new LinkedHashMap<>();
    private final Map<UUID, Ending> endings = new LinkedHashMap<>();

    private Recovery() {}

    /**
     * Does it, and deletes the files for good: what is erased from now on must not be found in them
     * after a power failure. Where the database fails they stay and it fails.
     */
    static void run(Tenancy tenancy, JournalFolder folder) {
        try {
            Recovery recovery = new Recovery();
            List<String> done = new ArrayList<>();
            for (String file : Journal.left(folder)) {
                try {
                    recovery.read(file, folder.read(file));
                    done.add(file);
                } catch (IOException unreadable) {
                    setAside(folder, file);
                }
            }
            recovery.write(tenancy);
            for (String file : done) {
                folder.delete(file);
            }
            folder.force();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void read(String file, byte[] bytes) throws IOException {
        for (Found found : JournalReader.entries(file, bytes)) {
            if (found.state() == State.DONE) {
                continue;
            }
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

    /** A file that cannot be read must not keep the server from starting, nor be lost. */
    private static void setAside(JournalFolder folder, String file) throws IOException {
        String aside = file + ".unreadable";
        folder.rename(file, aside);
        LOG.error("a file of the journal cannot be read; it was kept as {}", aside);
    }
}
