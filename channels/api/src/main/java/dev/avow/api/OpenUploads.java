package dev.avow.api;

import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files that come in parts, in memory until they are whole: a part by itself could hide a value at
 * its border, so none is looked at before the last is there. What is not completed within an hour,
 * or before a restart, is gone. Safe for any thread.
 */
final class OpenUploads {

    static final Duration LASTS = Duration.ofHours(1);

    private static final int MOST_PARTS = 1_000;

    private final int mostBytes;
    private final int most;
    private final InstantSource clock;
    private final Map<UUID, Held> open = new HashMap<>();

    /**
     * @param mostBytes of one file
     * @param most files at once
     */
    OpenUploads(int mostBytes, int most, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.clock = clock;
    }

    /**
     * What is to come.
     *
     * @param name as its owner named it
     * @param model which is to read it; empty for none
     */
    record Wanted(
            UUID id,
            KeptOwner owner,
            KeptFile.Purpose purpose,
            String name,
            String model,
            long bytes,
            Instant begun) {
        /** Prints the id alone. */
        @Override
        public String toString() {
            return "Wanted " + id;
        }
    }

    private static final class Held {
        private final Wanted wanted;
        private final Map<UUID, byte[]> parts = new LinkedHashMap<>();
        private long bytes;

        private Held(Wanted wanted) {
            this.wanted = wanted;
        }
    }

    /** Makes room for a file. */
    synchronized Wanted begin(
            KeptOwner owner, KeptFile.Purpose purpose, String name, String model, long bytes) {
        expire();
        if (bytes < 1 || bytes > mostBytes) {
            throw Fault.of(
                            bytes < 1 ? FaultCode.INVALID_VALUE : FaultCode.BODY_TOO_LARGE,
                            "bytes must be 1 to " + mostBytes + " (AVOW_MAX_UPLOAD_BYTES)",
                            "bytes")
                    .asException();
        }
        if (open.size() >= most) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "too many files are coming in parts; try again shortly, or raise"
                                    + " AVOW_MAX_UPLOADS")
                    .asException();
        }
        Wanted wanted = new Wanted(Ids.next(), owner, purpose, name, model, bytes, clock.instant());
        open.put(wanted.id(), new Held(wanted));
        return wanted;
    }

    /** Takes a part and names it. */
    synchronized UUID add(KeptOwner owner, UUID id, byte[] part) {
        Held held = held(owner, id);
        if (held.bytes + part.length > held.wanted.bytes() || held.parts.size() >= MOST_PARTS) {
            throw Fault.of(
                            FaultCode.BODY_TOO_LARGE,
                            "the parts are larger than the bytes that were said, or more than "
                                    + MOST_PARTS,
                            "data")
                    .asException();
        }
        UUID name = Ids.next();
        held.parts.put(name, part);
        held.bytes += part.length;
        return name;
    }

    /** Puts parts together, in that order. What it was stays until {@link #end}. */
    synchronized byte[] whole(KeptOwner owner, UUID id, List<UUID> order) {
        Held held = held(owner, id);
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) held.wanted.bytes());
        for (UUID each : order) {
            byte[] part = held.parts.get(each);
            if (part == null || whole.size() + (long) part.length > held.wanted.bytes()) {
                throw wrong("part_ids must name each part of this upload once", "part_ids");
            }
            whole.writeBytes(part);
        }
        if (whole.size() != held.wanted.bytes()) {
            throw wrong("these parts have other bytes in all than were said", "part_ids");
        }
        return whole.toByteArray();
    }

    /** What is to come under that id. */
    synchronized Wanted wanted(KeptOwner owner, UUID id) {
        return held(owner, id).wanted;
    }

    /** Forgets it. */
    synchronized void end(UUID id) {
        open.remove(id);
    }

    private Held held(KeptOwner owner, UUID id) {
        expire();
        Held held = open.get(id);
        if (held == null || !held.wanted.owner().equals(owner)) {
            throw notThere();
        }
        return held;
    }

    private void expire() {
        Instant before = clock.instant().minus(LASTS);
        open.values().removeIf(each -> each.wanted.begun().isBefore(before));
    }

    static FaultException notThere() {
        return Fault.of(
                        FaultCode.NOT_FOUND,
                        "there is no such upload; it was completed, took over an hour, or the"
                                + " server was started anew: begin again at POST /v1/uploads",
                        "upload_id")
                .asException();
    }

    private static FaultException wrong(String message, String field) {
        return Fault.of(FaultCode.INVALID_VALUE, message, field).asException();
    }
}
