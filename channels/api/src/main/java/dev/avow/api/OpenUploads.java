package dev.avow.api;

import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files that come in parts, in memory until they are whole: a part by itself could hide a value at
 * its border, so none is looked at before the last is there. What is not completed in its time, has
 * no part for too long, or is open at a restart, is gone. Safe for any thread.
 */
final class OpenUploads {

    private final int mostBytes;
    private final int most;
    private final FileRules rules;
    private final InstantSource clock;
    private final Map<UUID, Held> open = new HashMap<>();

    /**
     * @param mostBytes of one file
     * @param most files at once
     */
    OpenUploads(int mostBytes, int most, FileRules rules, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.rules = rules;
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

    /** A file that is whole: its parts, in order. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to be kept, never compared
    record Whole(Wanted wanted, byte[] bytes) {
        /** Prints the id alone. */
        @Override
        public String toString() {
            return "Whole " + wanted.id();
        }
    }

    private static final class Held {
        private final Wanted wanted;
        private final Map<UUID, byte[]> parts = new LinkedHashMap<>();
        private long bytes;
        private Instant touched;

        /** Whether it is being completed; nothing else happens to it then. */
        private boolean taken;

        private Held(Wanted wanted) {
            this.wanted = wanted;
            this.touched = wanted.begun();
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
        if (open.values().stream().filter(each -> each.wanted.owner().equals(owner)).count()
                >= rules.ofOneOwner()) {
            throw Fault.of(
                            FaultCode.RATE_LIMIT_EXCEEDED,
                            rules.ofOneOwner()
                                    + " of your files are coming in parts already; complete or"
                                    + " cancel one first, or raise AVOW_UPLOADS_PER_OWNER")
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
        if (held.bytes + part.length > held.wanted.bytes()) {
            throw Fault.of(
                            FaultCode.BODY_TOO_LARGE,
                            "the parts are larger than the bytes that were said; begin again with"
                                    + " bytes as large as the file",
                            "data")
                    .asException();
        }
        if (held.parts.size() >= rules.parts()) {
            throw Fault.of(
                            FaultCode.BODY_TOO_LARGE,
                            "a file has at most "
                                    + rules.parts()
                                    + " parts; send larger ones, or raise AVOW_UPLOAD_MAX_PARTS",
                            "data")
                    .asException();
        }
        UUID name = Ids.next();
        held.parts.put(name, part);
        held.bytes += part.length;
        held.touched = clock.instant();
        return name;
    }

    /**
     * Puts parts together, in that order. Until {@link #end} or {@link #reopen} nothing else
     * happens to the upload.
     */
    synchronized Whole take(KeptOwner owner, UUID id, List<UUID> order) {
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
        Whole taken = new Whole(held.wanted, whole.toByteArray());
        held.taken = true;
        return taken;
    }

    /** Lets it be completed or cancelled again. */
    synchronized void reopen(UUID id) {
        Held held = open.get(id);
        if (held != null) {
            held.taken = false;
            held.touched = clock.instant();
        }
    }

    /** Forgets what was taken. */
    synchronized void end(UUID id) {
        open.remove(id);
    }

    /** Forgets what is not wanted any more. */
    synchronized Wanted cancel(KeptOwner owner, UUID id) {
        Wanted wanted = held(owner, id).wanted;
        open.remove(id);
        return wanted;
    }

    /** Forgets those whose time is over. */
    synchronized void expire() {
        Instant now = clock.instant();
        Instant begun = now.minus(rules.uploadLasts());
        Instant touched = now.minus(rules.uploadRests());
        open.values()
                .removeIf(each ->
                        !each.taken
                                && (each.wanted.begun().isBefore(begun)
                                        || each.touched.isBefore(touched)));
    }

    private Held held(KeptOwner owner, UUID id) {
        expire();
        Held held = open.get(id);
        if (held == null || !held.wanted.owner().equals(owner)) {
            throw notThere();
        }
        if (held.taken) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "this upload is being completed; wait for the answer to that",
                            "upload_id")
                    .asException();
        }
        return held;
    }

    static FaultException notThere() {
        return Fault.of(
                        FaultCode.NOT_FOUND,
                        "there is no such upload; it was completed or cancelled, took longer than"
                                + " AVOW_UPLOAD_MINUTES, had no part for AVOW_UPLOAD_IDLE_MINUTES,"
                                + " or the server was started anew: begin again at POST"
                                + " /v1/uploads",
                        "upload_id")
                .asException();
    }

    private static FaultException wrong(String message, String field) {
        return Fault.of(FaultCode.INVALID_VALUE, message, field).asException();
    }
}
