package dev.avow.registry;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a tenant's routes. Each change and its audit entry are one transaction, and the {@link
 * Registry} knows of it before it returns. Safe for any thread; blocks. Every method fails with
 * {@code DatabaseUnavailable} where the database does, and changes nothing then.
 */
public final class RouteStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final Registry registry;
    private final ProviderRows providers;
    private final RouteRules rules;
    private final int mostRoutes;
    private final InstantSource clock;

    /**
     * @param mostRoutes of one tenant
     * @param mostTargets of one route
     */
    public RouteStore(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Registry registry,
            int mostRoutes,
            int mostTargets,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.registry = registry;
        this.providers = new ProviderRows(keyring);
        this.rules = new RouteRules(mostTargets);
        this.mostRoutes = mostRoutes;
        this.clock = clock;
    }

    /** Some of a tenant's routes, newest first. */
    public Page<StoredRoute> page(TenantId tenant, PageRequest wanted) {
        List<StoredRoute> all = tenancy.within(tenant, RouteRows::all);
        Cursor after = wanted.after();
        List<StoredRoute> rest =
                after == null
                        ? all
                        : all.stream()
                                .dropWhile(each -> !each.id().equals(after.id()))
                                .skip(1)
                                .toList();
        return wanted.pageOf(rest, each -> new Cursor(each.createdAt(), each.id()));
    }

    /** The route of that id; empty where the tenant has none. */
    public Optional<StoredRoute> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, RouteRows::all).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /**
     * Makes a route.
     *
     * @throws FaultException INVALID_VALUE naming the field, or CONFLICT where the name is taken or
     *     there are too many
     */
    public StoredRoute create(Actor actor, RouteDraft draft) {
        Instant now = now();
        return changing(
                actor,
                handle -> {
                    rules.check(draft, providers.all(handle, actor.tenant()));
                    if (RouteRows.count(handle) >= mostRoutes) {
                        throw Fault.of(
                                        FaultCode.CONFLICT,
                                        "there are "
                                                + mostRoutes
                                                + " routes, the most that AVOW_ROUTING_MAX_ROUTES"
                                                + " allows; delete one first")
                                .asException();
                    }
                    StoredRoute route = stored(Ids.next(), draft, actor.id(), now, now);
                    RouteRows.insert(handle, actor.tenant(), route);
                    return audited(handle, actor, "route_created", null, route);
                });
    }

    /**
     * Changes a route.
     *
     * @param change gives what it shall be, told what it is
     * @throws FaultException NOT_FOUND, INVALID_VALUE naming the field, or CONFLICT where the name
     *     is taken
     */
    public StoredRoute change(Actor actor, UUID id, UnaryOperator<RouteDraft> change) {
        return changing(
                actor,
                handle -> {
                    StoredRoute before = lock(handle, id);
                    RouteDraft draft = change.apply(before.draft());
                    rules.check(draft, providers.all(handle, actor.tenant()));
                    StoredRoute after =
                            stored(id, draft, before.createdBy(), before.createdAt(), now());
                    RouteRows.change(handle, actor.tenant(), after);
                    return audited(handle, actor, "route_changed", before, after);
                });
    }

    /**
     * Removes a route.
     *
     * @throws FaultException NOT_FOUND
     */
    public void delete(Actor actor, UUID id) {
        StoredRoute _ =
                changing(
                        actor,
                        handle -> {
                            StoredRoute before = lock(handle, id);
                            RouteRows.delete(handle, id);
                            return audited(handle, actor, "route_deleted", before, null);
                        });
    }

    private StoredRoute changing(Actor actor, Function<Handle, StoredRoute> change) {
        try {
            return tenancy.within(
                    actor.tenant(),
                    handle -> {
                        try {
                            return change.apply(handle);
                        } catch (UnableToExecuteStatementException failed) {
                            throw orConflict(failed);
                        }
                    });
        } finally {
            // Also after a failure: a commit whose answer was lost may have happened.
            registry.changed(actor.tenant());
        }
    }

    private static StoredRoute stored(
            UUID id,
            RouteDraft draft,
            @Nullable UUID createdBy,
            Instant createdAt,
            Instant modifiedAt) {
        return new StoredRoute(
                id,
                draft.name(),
                draft.targets(),
                draft.repeatAfterTimeout(),
                draft.allowedRegions(),
                createdBy,
                createdAt,
                modifiedAt);
    }

    private static StoredRoute lock(Handle handle, UUID id) {
        return RouteRows.lock(handle, id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is no such route").asException());
    }

    private StoredRoute audited(
            Handle handle,
            Actor actor,
            String action,
            @Nullable StoredRoute before,
            @Nullable StoredRoute after) {
        StoredRoute one = after != null ? after : java.util.Objects.requireNonNull(before);
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        action,
                        "route",
                        one.id().toString(),
                        before == null ? null : before.values(),
                        after == null ? null : after.values()));
        return one;
    }

    private static RuntimeException orConflict(UnableToExecuteStatementException failed) {
        return failed.getCause() instanceof SQLException sql
                        && UNIQUE_VIOLATION.equals(sql.getSQLState())
                ? Fault.of(FaultCode.CONFLICT, "a route of this name exists", "name").asException()
                : failed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
