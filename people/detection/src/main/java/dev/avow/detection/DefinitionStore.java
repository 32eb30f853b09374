package dev.avow.detection;

import dev.avow.custom.Definition;
import dev.avow.custom.DefinitionJson;
import dev.avow.custom.DefinitionRules;
import dev.avow.custom.Definitions;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the recognizers and lists that a tenant wrote. Each change and its audit entry are one
 * transaction (promise T2), and {@link TenantDetectors} forgets what it held before the change
 * returns.
 *
 * <p>Safe for any thread; blocks. Every method fails with {@code DatabaseUnavailable} where the
 * database does, and changes nothing then.
 */
public final class DefinitionStore {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final TenantDetectors detectors;
    private final DefinitionRows rows;
    private final DefinitionRules rules;
    private final InstantSource clock;

    public DefinitionStore(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            TenantDetectors detectors,
            DefinitionRules rules,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.detectors = detectors;
        this.rows = new DefinitionRows(keyring);
        this.rules = rules;
        this.clock = clock;
    }

    /** All of one kind, the oldest first; also those that are not enabled. */
    public List<StoredDefinition> all(TenantId tenant, DefinitionKind kind) {
        return tenancy.within(tenant, handle -> rows.all(handle, tenant)).stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    /** Some of them, in the same order. */
    public Page<StoredDefinition> page(TenantId tenant, DefinitionKind kind, PageRequest wanted) {
        Cursor after = wanted.after();
        List<StoredDefinition> rest =
                all(tenant, kind).stream()
                        .filter(each -> after == null || comesAfter(each.cursor(), after))
                        .toList();
        return wanted.pageOf(rest, StoredDefinition::cursor);
    }

    private static boolean comesAfter(Cursor one, Cursor other) {
        int byTime = one.at().compareTo(other.at());
        return byTime != 0
                ? byTime > 0
                : one.id().toString().compareTo(other.id().toString()) > 0; // as the database sorts
    }

    public Optional<StoredDefinition> find(TenantId tenant, DefinitionKind kind, UUID id) {
        return tenancy.within(tenant, handle -> rows.find(handle, tenant, kind, id));
    }

    /** All that counts or may count for a tenant, of both kinds. */
    public Definitions definitions(TenantId tenant) {
        return Definitions.of(
                tenancy.within(tenant, handle -> rows.all(handle, tenant)).stream()
                        .map(StoredDefinition::definition)
                        .toList());
    }

    /** What definitions must be. */
    public DefinitionRules rules() {
        return rules;
    }

    /**
     * Makes a definition.
     *
     * @throws FaultException INVALID_VALUE naming the field, or CONFLICT where the name is taken
     */
    public StoredDefinition create(Actor actor, Definition definition) {
        rules.check(definition);
        Instant now = now();
        StoredDefinition stored =
                new StoredDefinition(actor.tenant(), Ids.next(), definition, actor.id(), now, now);
        return changing(
                actor,
                handle -> {
                    fits(handle, stored);
                    rows.insert(handle, stored);
                    audit.append(handle, actor, entry("created", null, stored));
                    return stored;
                });
    }

    /**
     * Replaces all of a definition.
     *
     * @throws FaultException INVALID_VALUE naming the field, CONFLICT where the name is taken, or
     *     NOT_FOUND
     */
    public StoredDefinition replace(Actor actor, UUID id, Definition definition) {
        rules.check(definition);
        return changing(
                actor,
                handle -> {
                    StoredDefinition before =
                            there(handle, actor, DefinitionKind.of(definition), id);
                    StoredDefinition after =
                            new StoredDefinition(
                                    actor.tenant(),
                                    id,
                                    definition,
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    fits(handle, after);
                    rows.replace(handle, after);
                    audit.append(handle, actor, entry("changed", before, after));
                    return after;
                });
    }

    /**
     * Removes a definition.
     *
     * @throws FaultException NOT_FOUND
     */
    public void delete(Actor actor, DefinitionKind kind, UUID id) {
        StoredDefinition _ =
                changing(
                        actor,
                        handle -> {
                            StoredDefinition before = there(handle, actor, kind, id);
                            DefinitionRows.delete(handle, kind, id);
                            audit.append(handle, actor, entry("deleted", before, null));
                            return before;
                        });
    }

    /** Whether a name is free, and all of them together within the limits. */
    private void fits(Handle handle, StoredDefinition wanted) {
        List<Definition> all = new ArrayList<>();
        for (StoredDefinition each : rows.all(handle, wanted.tenant())) {
            if (each.id().equals(wanted.id())) {
                continue;
            }
            if (each.kind() == wanted.kind()
                    && each.definition().name().equals(wanted.definition().name())) {
                throw Fault.of(
                                FaultCode.CONFLICT,
                                "one of this name exists; change that one, or choose another name",
                                "name")
                        .asException();
            }
            all.add(each.definition());
        }
        all.add(wanted.definition());
        rules.checkTotals(Definitions.of(all));
    }

    private StoredDefinition changing(Actor actor, Function<Handle, StoredDefinition> change) {
        try {
            return tenancy.within(
                    actor.tenant(),
                    handle -> {
                        DefinitionRows.oneAtATime(handle, actor.tenant());
                        return change.apply(handle);
                    });
        } finally {
            // Also after a failure: a commit whose answer was lost may have happened.
            detectors.forget(actor.tenant());
        }
    }

    private StoredDefinition there(Handle handle, Actor actor, DefinitionKind kind, UUID id) {
        return rows.find(handle, actor.tenant(), kind, id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is nothing here under this id")
                                .asException());
    }

    /** Words, examples and values may be personal data: the audit log counts them. */
    private static AuditEntry entry(
            String what, @Nullable StoredDefinition before, @Nullable StoredDefinition after) {
        StoredDefinition one = after != null ? after : before;
        String kind = one == null ? "" : one.kind().id();
        return new AuditEntry(
                kind + "_" + what,
                kind,
                one == null ? null : one.id().toString(),
                values(before),
                values(after));
    }

    private static @Nullable Map<String, Object> values(@Nullable StoredDefinition stored) {
        return stored == null ? null : DefinitionJson.valuesWithoutContent(stored.definition());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
