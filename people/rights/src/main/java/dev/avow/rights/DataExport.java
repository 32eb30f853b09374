package dev.avow.rights;

import dev.avow.accounts.User;
import dev.avow.accounts.Users;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.retain.Archives;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All of a person's data (promises P1, P2), read page by page and written as it is read: memory is
 * that of two pages. What it would tell of other people is left out. Safe for any thread; blocks.
 */
public final class DataExport {

    /** In the first line, or member. */
    public static final String FORMAT = "avow-data-export/1";

    /** Avow's own: whose they are, and what its ledgers hold of a use. */
    private static final Set<String> OURS = Set.of("tenant_id", "charged_picos", "charged_tokens");

    private static final int PAGE = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Cursor FIRST =
            new Cursor(Instant.parse("1900-01-01T00:00:00Z"), new UUID(0, 0));

    private final Tenancy tenancy;
    private final Users users;
    private final SealedColumns sealed;
    private final AuditLogReader audit;
    private final Runnable catchUp;
    private final Optional<Archives> archives;
    private final InstantSource clock;

    /**
     * @param catchUp brings interactions that are still on their way into the database
     * @param archives where interactions move when they are older; empty where they do not
     */
    public DataExport(
            Tenancy tenancy,
            Users users,
            Keyring keys,
            AuditLogReader audit,
            Runnable catchUp,
            Optional<Archives> archives,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.users = users;
        this.sealed = new SealedColumns(keys);
        this.audit = audit;
        this.catchUp = catchUp;
        this.archives = archives;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param sink takes parts of some 64 KiB
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such person
     */
    public void write(TenantId tenant, UUID subject, ExportFormat format, Consumer<byte[]> sink) {
        User user =
                users.find(tenant, subject)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.NOT_FOUND, "there is no such account")
                                        .asException());
        catchUp.run();
        ExportWriter writer = new ExportWriter(format, sink);
        writer.begin(
                JSON.createObjectNode()
                        .put("format", FORMAT)
                        .put("exported_at", clock.instant().toString())
                        .put("tenant_id", tenant.toString())
                        .put("subject_id", subject.toString()));
        writer.list("account");
        writer.put("account", account(user));
        for (PersonalStore store : PersonalStores.ALL) {
            writer.list(store.name());
            store(tenant, subject, store, writer);
        }
        // Interactions are the last of them, so what moved to the archive is in the same list.
        archives.ifPresent(all -> archived(all, tenant, subject, writer));
        writer.list("audit_logs");
        entries(tenant, subject, writer);
        writer.end();
    }

    private void archived(Archives all, TenantId tenant, UUID subject, ExportWriter writer) {
        String type = PersonalStores.INTERACTIONS.name();
        Archives.Found _ =
                all.read(
                        tenant,
                        FIRST.at(),
                        clock.instant(),
                        subject,
                        lines ->
                                new String(lines, StandardCharsets.UTF_8)
                                        .lines()
                                        .forEach(line -> {
                                            ObjectNode use = (ObjectNode) JSON.readTree(line);
                                            use.remove(OURS);
                                            writer.put(type, use);
                                        }));
    }

    private record Row(Cursor at, String json) {}

    /** A page is read while the one before it is written, so that two are held. */
    private void store(TenantId tenant, UUID subject, PersonalStore store, ExportWriter writer) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Row>> next = ahead.submit(() -> page(tenant, subject, store, FIRST));
            boolean more = true;
            while (more) {
                List<Row> page = read(next);
                more = page.size() == PAGE;
                if (more) {
                    Cursor last = page.getLast().at();
                    next = ahead.submit(() -> page(tenant, subject, store, last));
                }
                for (Row row : page) {
                    ObjectNode values = record(row);
                    if (store.hasSealed()) {
                        sealed.open(tenant, subject, store.name(), row.at().id(), values);
                    }
                    writer.put(store.name(), values);
                }
            }
        }
    }

    private static List<Row> read(Future<List<Row>> page) {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException why
                    ? why
                    : new IllegalStateException("a page could not be read", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private List<Row> page(TenantId tenant, UUID subject, PersonalStore store, Cursor from) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(store.page())
                                .bind("subject", subject)
                                .bind("at", from.at())
                                .bind("id", from.id())
                                .bind("rows", PAGE)
                                .map((row, _) ->
                                        new Row(
                                                new Cursor(
                                                        RowTime.at(row, "at"),
                                                        row.getObject("id", UUID.class)),
                                                row.getString("row")))
                                .list());
    }

    private static ObjectNode record(Row row) {
        ObjectNode values = (ObjectNode) JSON.readTree(row.json());
        values.remove(OURS);
        JsonNode at = values.remove("occurred_at");
        if (at != null) {
            values.put("timestamp", row.at().at().toString());
        }
        return values;
    }

    private void entries(TenantId tenant, UUID subject, ExportWriter writer) {
        @Nullable Cursor after = null;
        do {
            Page<AuditRecord> page =
                    audit.about(tenant, subject, new PageRequest(PageRequest.MAX_LIMIT, after));
            for (AuditRecord entry : page.items()) {
                writer.put("audit_logs", entry(entry, subject));
            }
            String next = page.nextCursor();
            after = next == null ? null : Cursor.parse(next);
        } while (after != null);
    }

    private static ObjectNode account(User user) {
        ObjectNode values =
                JSON.createObjectNode()
                        .put("id", user.id().toString())
                        .put("email", user.email())
                        .put("first_name", user.names().first())
                        .put("last_name", user.names().last())
                        .put("role", user.role().id());
        user.groups().forEach(values.putArray("groups")::add);
        return values.put("status", user.active() ? "active" : "closed")
                .put("mfa_enabled", user.mfaEnabled())
                .put("created_at", user.createdAt().toString())
                .put("last_login", user.lastLogin() == null ? null : user.lastLogin().toString());
    }

    /** Who else acted, and what was changed of somebody else, is theirs. */
    private static ObjectNode entry(AuditRecord entry, UUID subject) {
        boolean own = subject.equals(entry.actorId());
        boolean aboutMe = subject.toString().equals(entry.resourceId());
        boolean aboutSomebody = entry.resourceType().equals("user");
        ObjectNode values =
                JSON.createObjectNode()
                        .put("id", entry.id().toString())
                        .put("timestamp", entry.timestamp().toString())
                        .put("action", entry.action())
                        .put("resource_type", entry.resourceType())
                        .put("resource_id", aboutMe || !aboutSomebody ? entry.resourceId() : null)
                        .put("status", entry.status())
                        .put("actor_id", own ? subject.toString() : null)
                        .put("actor_email", own ? entry.actorEmail() : null)
                        .put("ip_address", own ? entry.ipAddress() : null)
                        .put("user_agent", own ? entry.userAgent() : null);
        String changes = aboutMe || !aboutSomebody ? entry.changes().jsonOrNull() : null;
        if (changes == null) {
            values.putNull("changes");
        } else {
            values.set("changes", JSON.readTree(changes));
        }
        return values;
    }
}
