package dev.avow.detection;

import dev.avow.classify.DetectorSource;
import dev.avow.custom.DefinitionRules;
import dev.avow.custom.Definitions;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.Remembered;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each tenant's detector in memory, compiled once, as {@link Remembered} keeps it: after a change
 * has returned, no older one is handed out any more. A tenant without definitions has the built-in
 * detector itself.
 *
 * <p>Where a tenant's definitions cannot be opened or compiled, its detector finds nothing and says
 * that it looked at nothing: every request is refused until they can. Safe for any thread.
 */
public final class TenantDetectors implements DetectorSource {

    private static final Logger LOG = LoggerFactory.getLogger(TenantDetectors.class);

    private static final Detector UNAVAILABLE =
            (_, _) -> new Scan(List.of(), new Coverage.Partial(Coverage.Why.UNAVAILABLE));

    /** A tenant's detector, whether it is everybody's, and the types that its definitions add. */
    private record InForce(Detector detector, boolean everybodys, Set<String> types) {}

    private final Remembered<InForce> remembered;
    private final Set<String> builtInTypes;

    /**
     * @param builtIn what everybody's detector finds
     * @param rules what stored definitions were checked by
     */
    public TenantDetectors(
            Tenancy tenancy, Keyring keyring, Detector builtIn, DefinitionRules rules) {
        DefinitionRows rows = new DefinitionRows(keyring);
        this.builtInTypes = rules.builtIn();
        this.remembered = new Remembered<>(tenant -> read(tenancy, rows, builtIn, rules, tenant));
    }

    private static InForce read(
            Tenancy tenancy,
            DefinitionRows rows,
            Detector builtIn,
            DefinitionRules rules,
            TenantId tenant) {
        try {
            Definitions definitions =
                    Definitions.of(
                            tenancy.within(tenant, handle -> rows.all(handle, tenant)).stream()
                                    .map(StoredDefinition::definition)
                                    .toList());
            return new InForce(
                    rules.detector(builtIn, definitions),
                    definitions.counting() == 0,
                    definitions.types(rules.builtIn()).keySet());
        } catch (SealingException | IllegalArgumentException | FaultException unusable) {
            LOG.error(
                    "the definitions of tenant {} cannot be used ({}); its requests are refused",
                    tenant,
                    unusable.getClass().getSimpleName());
            return new InForce(UNAVAILABLE, false, Set.of());
        }
    }

    /**
     * The built-in detector where memory knows that a tenant has no other. A tenant's own may take
     * long, as its patterns want: whoever must not be held up asks for it elsewhere.
     */
    @Override
    public Optional<Detector> recall(TenantId tenant) {
        return remembered.recall(tenant).filter(InForce::everybodys).map(InForce::detector);
    }

    /**
     * The detector in force; blocks where it is not in memory.
     *
     * @throws dev.avow.tenancy.DatabaseUnavailable where the definitions cannot be read; nothing is
     *     remembered then
     */
    @Override
    public Detector of(TenantId tenant) {
        return remembered.of(tenant).detector();
    }

    /** The ids of all types that may be found for a tenant; blocks as {@link #of} does. */
    public Set<String> types(TenantId tenant) {
        Set<String> types = new HashSet<>(builtInTypes);
        types.addAll(remembered.of(tenant).types());
        return types;
    }

    /** The ids of the types that a tenant's definitions add; blocks as {@link #of} does. */
    public Set<String> ownTypes(TenantId tenant) {
        return remembered.of(tenant).types();
    }

    /** Forgets one tenant's, at once: this node changed its definitions. */
    public void forget(TenantId tenant) {
        remembered.forget(tenant);
    }

    /** Forgets all tenants', at once: another node changed some, or may have. */
    public void forget() {
        remembered.forget();
    }
}
