package dev.avow.app;

import dev.avow.registry.RegionRule;
import dev.avow.registry.RegionStore;
import dev.avow.retain.ObjectStore;
import dev.avow.rotation.KeyRotation;
import dev.avow.rotation.KeyRotations;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SealingAlgorithm;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.settings.Settings;
import dev.avow.tenancy.Tenancy;
import dev.avow.trust.Control;
import dev.avow.trust.Proof;
import dev.avow.trust.Sentence;
import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.words.PageRequest;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What the public page says of where data lies, and under which keys. Names no place itself. */
final class TrustPlaces {

    private static final String KEYS = "docs/keys.md";
    private static final String ROUTING = "docs/routing.md";

    private final Settings settings;
    private final RegionStore regions;
    private final KeyRotations rotations;
    private final Instant started;

    TrustPlaces(Settings settings, Storage storage, Services services, Clock clock) {
        this.settings = settings;
        Tenancy tenancy = storage.tenancy();
        this.regions = new RegionStore(tenancy, services.audit(), services.registry());
        this.rotations = new KeyRotations(tenancy, services.audit(), clock);
        this.started = clock.instant();
    }

    /** A folder or an S3-compatible store, as the page's words name it. */
    static String kind(String location) {
        return location.contains("://") ? "s3" : "folder";
    }

    List<Sentence> place() {
        Proof start = Proof.run("start", Optional.of(started));
        List<Sentence> all = new ArrayList<>();
        all.add(
                new Sentence(
                                "place.region",
                                State.FACT,
                                Control.of(RegionRule.class, "T7", ROUTING, "AVOW_REGION"))
                        .with("region", new Phrase("region." + settings.region()))
                        .proved(start));
        all.add(
                new Sentence(
                                settings.databaseUrl().isPresent()
                                        ? "place.database.external"
                                        : "place.database.embedded",
                                State.FACT,
                                Control.of(
                                        Tenancy.class,
                                        "I1",
                                        "docs/settings.md",
                                        "AVOW_DATABASE_URL"))
                        .proved(start));
        all.add(
                new Sentence(
                                "place.archive."
                                        + settings.retention()
                                                .archiveLocation()
                                                .map(TrustPlaces::kind)
                                                .orElse("none"),
                                State.FACT,
                                Control.of(
                                        ObjectStore.class,
                                        "R2",
                                        "docs/retention.md",
                                        "AVOW_INTERACTION_ARCHIVE_LOCATION"))
                        .proved(start));
        all.add(leaving());
        return all;
    }

    /** The installation's list and the tenant's narrow each other. */
    private Sentence leaving() {
        Control control =
                Control.of(RegionRule.class, "T7", ROUTING, "AVOW_ALLOWED_REGIONS", "AVOW_REGION");
        List<Region> installation = Services.regionRule(settings).installation();
        List<Region> tenant = regions.of(TenantId.DEFAULT);
        if (installation.isEmpty() && tenant.isEmpty()) {
            return new Sentence("place.leaving.home", State.ON, control);
        }
        TreeSet<Region> both = new TreeSet<>(installation.isEmpty() ? tenant : installation);
        if (!tenant.isEmpty()) {
            both.retainAll(tenant);
        }
        return new Sentence("place.leaving.regions", State.ON, control)
                .with(
                        "regions",
                        both.stream().map(each -> new Phrase("region." + each.name())).toList());
    }

    List<Sentence> keys() {
        return List.of(
                new Sentence(
                                "keys.algorithm",
                                State.ON,
                                Control.of(
                                        SealingAlgorithm.class,
                                        "I7",
                                        KEYS,
                                        "AVOW_SEALING_ALGORITHM"))
                        .with("algorithm", algorithm()),
                new Sentence(
                        "keys.master." + master(),
                        State.FACT,
                        Control.of(MasterKey.class, "I7", KEYS, "AVOW_MASTER_KEY_KMS")),
                new Sentence("keys.rotation", State.ON, Control.of(KeyRotations.class, "I7", KEYS))
                        .proved(Proof.run("rotation", rotated())),
                new Sentence(
                        "keys.erasure",
                        State.ON,
                        Control.of(SubjectKeyFiles.class, "P3", "docs/rights.md")));
    }

    private String algorithm() {
        return switch (SealingAlgorithm.of(settings.keys().algorithm())) {
            case A256GCM -> "AES-256-GCM";
            case A256CBC_HS512 -> "AES-256-CBC, HMAC-SHA-512";
        };
    }

    private String master() {
        return settings.keyService()
                .key()
                .map(address -> address.startsWith("aws-kms:") ? "aws" : "vault")
                .orElse("file");
    }

    private Optional<Instant> rotated() {
        return rotations.page(TenantId.DEFAULT, PageRequest.first()).items().stream()
                .map(KeyRotation::completedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
