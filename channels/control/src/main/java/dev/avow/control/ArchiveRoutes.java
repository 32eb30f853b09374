package dev.avow.control;

import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.Archive;
import dev.avow.retain.Archives;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/archives}: the archive of interactions, and what is read back of it for an inquiry
 * (promise R2). Who reads what span is in the audit log before anything is shown.
 */
public final class ArchiveRoutes implements Routes {

    private static final String PATH = "/api/v1/archives";

    /** Each holds one file of the archive in memory. */
    private static final int MOST_INQUIRIES = 2;

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private record View(
            UUID id,
            LocalDate day,
            int interactions,
            long bytes,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            Instant createdAt) {

        static View of(Archive archive) {
            return new View(
                    archive.id(),
                    archive.day(),
                    archive.rows(),
                    archive.bytes(),
                    archive.firstAt(),
                    archive.lastAt(),
                    archive.createdAt());
        }
    }

    private final Optional<Archives> archives;
    private final AuditLog audit;
    private final Semaphore inquiries = new Semaphore(MOST_INQUIRIES);
    private final Executor downloads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-inquiry-", 0).factory());

    /**
     * @param archives empty where there is no archive here
     */
    public ArchiveRoutes(Optional<Archives> archives, AuditLog audit) {
        this.archives = archives;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .get(PATH + "/interactions", Access.ADMIN, this::read);
    }

    @Override
    public String description() {
        return "archives.json";
    }

    private ControlAnswer list(ControlRequest request) {
        Instant from = time(request, "from").orElse(BEGINNING);
        Instant to = time(request, "to").orElse(END);
        List<View> all =
                archives.map(each -> each.between(request.tenant(), from, to)).stream()
                        .flatMap(List::stream)
                        .map(View::of)
                        .toList();
        return ControlAnswer.ok(request.pageOf(all, each -> each.id().toString()));
    }

    private ControlAnswer read(ControlRequest request) {
        Archives of = archives.orElseThrow(() -> none().asException());
        Instant from = time(request, "from").orElseThrow(() -> missing("from"));
        Instant to = time(request, "to").orElseThrow(() -> missing("to"));
        if (!from.isBefore(to)) {
            throw Fault.wrong("to", "to must be later than from");
        }
        UUID user = request.query("user_id").map(ArchiveRoutes::id).orElse(null);
        if (inquiries.availablePermits() == 0) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "other inquiries of the archive are running; try again when they ended")
                    .asException();
        }
        audit.append(
                request.actor(),
                new AuditEntry("archive_searched", "archive", null, null, span(from, to, user)));
        TenantId tenant = request.tenant();
        return ControlAnswer.ok(
                        new Download(downloads, sink -> write(of, tenant, from, to, user, sink)))
                .with("Content-Type", "application/x-ndjson");
    }

    /** The last line says that it was the last, so that a part is not taken for the whole. */
    private void write(
            Archives of,
            TenantId tenant,
            Instant from,
            Instant to,
            @Nullable UUID user,
            Consumer<byte[]> sink) {
        if (!inquiries.tryAcquire()) {
            throw new IllegalStateException("other inquiries are running");
        }
        try {
            Archives.Found found = of.read(tenant, from, to, user, sink);
            Map<String, Object> end = new LinkedHashMap<>();
            end.put("complete", true);
            end.put("interactions", found.interactions());
            end.put("erased", found.erased());
            sink.accept(
                    (new String(Json.write(end), StandardCharsets.UTF_8) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
        } finally {
            inquiries.release();
        }
    }

    private static Map<String, Object> span(Instant from, Instant to, @Nullable UUID user) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("from", from.toString());
        span.put("to", to.toString());
        if (user != null) {
            span.put("user_id", user.toString());
        }
        return span;
    }

    private static Optional<Instant> time(ControlRequest request, String name) {
        return request.query(name).map(text -> Members.time(text, name));
    }

    private static UUID id(String text) {
        return Ids.parse(text)
                .orElseThrow(() -> Fault.wrong("user_id", "user_id is the UUID of an account"));
    }

    private static Fault none() {
        return Fault.of(
                FaultCode.NOT_FOUND,
                "there is no archive here; AVOW_INTERACTION_ARCHIVE_ENABLED turns it on");
    }

    private static RuntimeException missing(String name) {
        return Fault.of(
                        FaultCode.MISSING_VALUE,
                        name + " is missing; give a time such as 2026-01-31T00:00:00Z",
                        name)
                .asException();
    }
}
