package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.admit.Caller;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rights.DataExport;
import dev.avow.rights.ExportFormat;
import dev.avow.rights.KeptExport;
import dev.avow.rights.KeptExports;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a person's data as they are downloaded, and resumed where the connection broke off
 * (promises P1, P2): what was begun has a strong entity tag and takes {@code Range}, as {@code curl
 * -C -} and browsers send it by themselves (RFC 9110, sections 13.1.5 and 14).
 */
final class DataExports {

    /** With a copy that is still being made when somebody resumes it. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Users users;
    private final DataExport export;
    private final KeptExports kept;
    private final AuditLog audit;
    private final Semaphore places;
    private final Executor downloads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-data-export-", 0).factory());

    /**
     * @param most copies that may be written at once
     */
    DataExports(Users users, DataExport export, KeptExports kept, AuditLog audit, int most) {
        this.users = users;
        this.export = export;
        this.kept = kept;
        this.audit = audit;
        this.places = new Semaphore(most);
    }

    /** Lets go of copies of a person who is to be erased. */
    void drop(TenantId tenant, UUID subject) {
        kept.drop(tenant, subject);
    }

    ControlAnswer answer(ControlRequest request, UUID subject) {
        ExportFormat format =
                ExportFormat.of(request.query("format").orElse(ExportFormat.JSON.id()))
                        .orElseThrow(
                                () -> Fault.wrong("format", "format must be json, ndjson or csv"));
        if (users.find(request.tenant(), subject).isEmpty()) {
            throw ControlRequest.notFound().asException();
        }
        KeptExports.Asked asked =
                new KeptExports.Asked(request.tenant(), asker(request.caller()), subject, format);
        Optional<KeptExport> begun = request.hasRange() ? kept.find(asked) : Optional.empty();
        String range = begun.map(copy -> request.range(copy.entityTag())).orElse(null);
        Optional<ControlAnswer> rest =
                begun.isEmpty() || range == null
                        ? Optional.empty()
                        : resumed(request, asked, begun.get(), range);
        // Whose copy is not there any more begins anew: that is what an answer without a range
        // says.
        return rest.orElseGet(() -> whole(request, asked));
    }

    /** Another sign-in of the same person may go on. */
    private static UUID asker(Caller caller) {
        @Nullable UUID person = caller.userId();
        return person != null ? person : Objects.requireNonNull(caller.apiKeyId());
    }

    private ControlAnswer whole(ControlRequest request, KeptExports.Asked asked) {
        if (places.availablePermits() == 0) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "other exports are running; try again when they ended")
                    .asException();
        }
        note(request, asked, "user_data_exported", Map.of("format", asked.format().id()));
        Optional<KeptExport> copy = kept.begin(asked);
        Download download = new Download(downloads, sink -> make(asked, copy, sink));
        copy.ifPresent(begun -> begun.onResumed(download::cut));
        ControlAnswer answer = attachment(200, download, asked);
        return copy.map(begun ->
                        answer.with("ETag", begun.entityTag()).with("Accept-Ranges", "bytes"))
                .orElse(answer);
    }

    private void make(KeptExports.Asked asked, Optional<KeptExport> copy, Consumer<byte[]> sink) {
        // Taken here, where it is sure to be given back.
        if (!places.tryAcquire()) {
            copy.ifPresent(KeptExport::close);
            throw new IllegalStateException("others are running");
        }
        Consumer<Consumer<byte[]>> maker =
                to -> export.write(asked.tenant(), asked.subject(), asked.format(), to);
        try {
            copy.ifPresentOrElse(begun -> kept.make(begun, maker, sink), () -> maker.accept(sink));
        } finally {
            places.release();
        }
    }

    /**
     * The rest of a copy; empty where it is not there any more, or no single range is asked for.
     */
    private Optional<ControlAnswer> resumed(
            ControlRequest request, KeptExports.Asked asked, KeptExport copy, String range) {
        if (!copy.awaitWhole(PATIENCE)) {
            if (copy.isMade()) {
                throw Fault.of(
                                FaultCode.OVERLOADED,
                                "the copy is still being made; resume it a little later")
                        .asException();
            }
            return Optional.empty();
        }
        long size = copy.size();
        return ByteRange.of(range, size)
                .map(part -> {
                    ControlAnswer answer;
                    if (part.isSatisfiable()) {
                        note(
                                request,
                                asked,
                                "user_data_export_resumed",
                                Map.of("format", asked.format().id(), "from", part.from()));
                        answer =
                                attachment(
                                        206,
                                        new Download(
                                                downloads,
                                                part.length(),
                                                sink -> copy.read(part.from(), part.to(), sink)),
                                        asked);
                    } else {
                        answer = new ControlAnswer(416, null, Map.of());
                    }
                    return answer.with("Content-Range", part.contentRange(size))
                            .with("ETag", copy.entityTag())
                            .with("Accept-Ranges", "bytes");
                });
    }

    private void note(
            ControlRequest request,
            KeptExports.Asked asked,
            String action,
            Map<String, Object> details) {
        audit.append(
                request.actor(),
                new AuditEntry(action, "user", asked.subject().toString(), null, details));
    }

    private static ControlAnswer attachment(
            int status, Download download, KeptExports.Asked asked) {
        return new ControlAnswer(status, download, Map.of())
                .with("Content-Type", asked.format().mediaType())
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"avow-data-export." + asked.format().id() + "\"");
    }
}
