package dev.avow.processing;

import dev.avow.processing.ProcessingRecord.Activity;
import dev.avow.processing.ProcessingRecord.Limit;
import dev.avow.processing.ProcessingRecord.Place;
import dev.avow.processing.ProcessingRecord.Recipient;
import dev.avow.processing.ProcessingRecord.Table;
import dev.avow.record.EgressHost;
import dev.avow.record.EgressLog;
import dev.avow.retain.Kept;
import dev.avow.retain.Schedule;
import dev.avow.retain.Term;
import dev.avow.tenancy.TableCatalogue;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.DataClass;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of processing activities: the catalogue of what is held ({@link TableCatalogue},
 * {@link HeldPlace}), why ({@link Purpose}), and what only the installation knows. Nothing in it is
 * about a single person. Safe for any thread; blocks.
 */
public final class ProcessingRecords {

    /** What the code does whatever is set. */
    private static final List<String> MEASURES =
            List.of(
                    "Text is masked by policy before it leaves for a model; what could not be"
                            + " looked at is refused",
                    "Whole prompts, answers and documents are not stored; of batches and files, at"
                            + " most what was masked in them with what stands for it, sealed",
                    "What tells of a person is sealed with AES-256-GCM under a key of that person's"
                            + " own, secrets under the tenant's; destroying a person's key makes"
                            + " their data unreadable in archives and backups too",
                    "Tenants are kept apart by row-level security under a role that owns nothing",
                    "Passwords are kept as bcrypt hashes, keys of the API as hashes",
                    "Each access and change is in an append-only log that proves itself (a Merkle"
                            + " tree with signed roots)",
                    "Retention is applied by the platform itself; legal holds stop it for what they"
                            + " cover alone");

    private final Tenancy tenancy;
    private final EgressLog egress;
    private final Schedule schedule;
    private final Controller controller;
    private final String region;
    private final List<String> measures;
    private final Function<TenantId, List<Recipient>> others;
    private final InstantSource clock;

    /** Where models alone receive anything. */
    public ProcessingRecords(
            Tenancy tenancy,
            EgressLog egress,
            Schedule schedule,
            Controller controller,
            String region,
            List<String> further,
            InstantSource clock) {
        this(tenancy, egress, schedule, controller, region, further, _ -> List.of(), clock);
    }

    /**
     * @param region where the installation keeps its data, such as {@code EU}
     * @param further measures that depend on settings, such as backups
     * @param others who received something else than text for a model, such as mail
     */
    public ProcessingRecords(
            Tenancy tenancy,
            EgressLog egress,
            Schedule schedule,
            Controller controller,
            String region,
            List<String> further,
            Function<TenantId, List<Recipient>> others,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.egress = egress;
        this.schedule = schedule;
        this.controller = controller;
        this.region = region;
        this.others = others;
        this.clock = clock;
        List<String> all = new ArrayList<>(MEASURES);
        all.addAll(further);
        this.measures = List.copyOf(all);
    }

    /** The record of a tenant, as of now. */
    public ProcessingRecord of(TenantId tenant) {
        List<TableCatalogue.Table> tables = tenancy.within(tenant, TableCatalogue::of);
        List<Recipient> recipients =
                Stream.concat(
                                egress.all(tenant).stream().map(this::recipient),
                                others.apply(tenant).stream())
                        .toList();
        return new ProcessingRecord(
                clock.instant(),
                controller,
                schedule.profile().id(),
                region,
                Arrays.stream(DataClass.values()).map(each -> activity(each, tables)).toList(),
                recipients,
                HeldPlace.ALL.stream().map(ProcessingRecords::place).toList(),
                Arrays.stream(Kept.values()).map(this::limit).toList(),
                measures,
                missing(recipients));
    }

    private Activity activity(DataClass dataClass, List<TableCatalogue.Table> tables) {
        Purpose purpose = Purpose.of(dataClass);
        return new Activity(
                dataClass.id(),
                purpose.name(),
                purpose.why(),
                purpose.subjects(),
                purpose.data(),
                purpose.ground(),
                purpose.kept()
                        .map(this::kept)
                        .orElse("until the tenant's end, or as the tables below say"),
                tables.stream()
                        .filter(table -> table.dataClass() == dataClass)
                        .map(ProcessingRecords::table)
                        .toList());
    }

    /** Where no text is stored, what finds an answer again is (decision 0044). */
    private String kept(Kept kept) {
        Term term = schedule.term(kept);
        return kept == Kept.CONVERSATION_TEXT && term instanceof Term.NeverStored
                ? "what was masked is never stored; ids and notes as the tables below say"
                : term.text();
    }

    private static Table table(TableCatalogue.Table table) {
        return new Table(
                table.name(), table.kept(), table.erased(), table.sealed(), table.persons());
    }

    private static Place place(HeldPlace place) {
        return new Place(
                plain(place.place()),
                place.holds(),
                place.classIds(),
                plain(place.kept()),
                plain(place.erased()));
    }

    /** Without Markdown's marks. */
    private static String plain(String markdown) {
        return markdown.replaceAll(" \\(\\[[^)]*\\)\\)", "").replace("`", "");
    }

    private Limit limit(Kept kept) {
        return new Limit(
                kept.id(),
                schedule.term(kept).text(),
                schedule.isSet(kept) ? "setting" : "profile");
    }

    private Recipient recipient(EgressHost host) {
        return new Recipient(
                host.host(),
                host.provider(),
                host.purpose(),
                host.region(),
                host.agreement(),
                outside(host.region()),
                host.firstSeen(),
                host.lastSeen(),
                host.uses());
    }

    private @Nullable Boolean outside(@Nullable String where) {
        return where == null ? null : !where.equals(region) && !where.equals("LOCAL");
    }

    private List<String> missing(List<Recipient> recipients) {
        List<String> missing = new ArrayList<>();
        if (controller.name() == null) {
            missing.add("the controller's name; set AVOW_CONTROLLER_NAME");
        }
        if (controller.contact() == null) {
            missing.add("the controller's contact; set AVOW_CONTROLLER_CONTACT");
        }
        for (Recipient each : recipients) {
            if (each.purpose().equals(Recipient.MAIL)) {
                missing.add(
                        "the region of, and the agreement with, "
                                + each.host()
                                + ", which takes mail; note them beside this record");
                continue;
            }
            boolean here = "LOCAL".equals(each.region());
            if (each.region() == null) {
                missing.add("the region of " + each.host() + "; set it at its provider");
            }
            if (each.agreement() == null && !here) {
                missing.add("the agreement with " + each.host() + "; set it at its provider");
            }
        }
        missing.add("your confirmation of the legal bases, which are proposals");
        return missing;
    }
}
