package dev.avow.incidents;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.words.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Goes on with notices to many people, and sees whether any of their mails was taken. What was put
 * on its way is read from the outbox each time, so a round can end anywhere and on any node.
 */
record NoticeRounds(
        IncidentChanges changes,
        Incidents incidents,
        Assessor assessor,
        Outbox outbox,
        NoticeMail.Addresses addresses,
        AuditLog audit) {

    /** Mails of one transaction. */
    private static final int AT_ONCE = 200;

    /**
     * Puts on their way as many mails of notices that are under way as there is room for.
     *
     * @return how many
     */
    int run(TenantId tenant, BooleanSupplier goOn) {
        settle(tenant);
        int all = 0;
        RuntimeException failed = null;
        for (UUID incident : changes.within(tenant, (_, rows) -> rows.underWay())) {
            try {
                all += run(tenant, incident, goOn);
            } catch (RuntimeException one) {
                failed = one; // another incident's need not wait for it
            }
        }
        if (failed != null && all == 0) {
            throw failed;
        }
        return all;
    }

    private int run(TenantId tenant, UUID incident, BooleanSupplier goOn) {
        Incident seen = incidents.find(tenant, incident).orElseThrow(IncidentChanges::none);
        List<UUID> people =
                List.copyOf(assessor.count(tenant, seen.report().scope()).tally().people.keySet());
        int all = 0;
        for (int put = 1; put > 0 && goOn.getAsBoolean(); all += put) {
            put = some(tenant, incident, people);
        }
        return all;
    }

    /** Of whom the mail server took no mail, nobody counts as told: the clock runs on. */
    private void settle(TenantId tenant) {
        while (changes.within(tenant, (handle, rows) -> settledOne(handle, rows, tenant))) {
            // until none is left
        }
    }

    private boolean settledOne(Handle handle, IncidentRows rows, TenantId tenant) {
        IncidentRows.Undelivered next = rows.undelivered().orElse(null);
        if (next == null) {
            return false;
        }
        Incident before = rows.lock(next.incident()).orElseThrow(IncidentChanges::none);
        if (rows.giveUp(next.notice())) {
            Incident after = rows.find(next.incident()).orElseThrow(IncidentChanges::none);
            rows.put(after);
            audit.append(
                    handle,
                    by(tenant),
                    IncidentAudit.entry("incident_notice_not_delivered", before, after));
        }
        return true;
    }

    private static Actor by(TenantId tenant) {
        return new Actor(tenant, null, null, null, "avow mail");
    }

    /** A notice under way, to whom it was put on its way, and how many more there is room for. */
    private record Left(Notice notice, Set<UUID> written, int room) {}

    /** Returns how many were put on their way; 0 where none is left, or there is no room. */
    private int some(TenantId tenant, UUID incident, List<UUID> people) {
        Left left =
                changes.within(
                        tenant,
                        (handle, rows) ->
                                rows.lockUnderWay(incident)
                                        .map(notice ->
                                                new Left(
                                                        notice,
                                                        outbox.writtenTo(
                                                                handle,
                                                                NoticeMail.RESOURCE,
                                                                notice.id()),
                                                        outbox.room(handle)))
                                        .orElse(null));
        if (left == null) {
            return 0;
        }
        // Outside of the transaction, since each look may need a connection of its own.
        List<UUID> others = people.stream().filter(each -> !left.written().contains(each)).toList();
        Map<UUID, MailAddress> next = new LinkedHashMap<>();
        int looked = 0;
        while (looked < others.size() && next.size() < Math.min(AT_ONCE, left.room())) {
            UUID person = others.get(looked++);
            addresses.of(tenant, person).ifPresent(to -> next.put(person, to));
        }
        boolean done = looked == others.size();
        return changes.within(
                tenant,
                (handle, rows) ->
                        put(
                                handle,
                                rows,
                                tenant,
                                incident,
                                left.notice().id(),
                                next,
                                people.size(),
                                done));
    }

    private int put(
            Handle handle,
            IncidentRows rows,
            TenantId tenant,
            UUID incident,
            UUID id,
            Map<UUID, MailAddress> next,
            int people,
            boolean done) {
        Notice notice = rows.lockUnderWay(incident).orElse(null);
        Mailing mailing = notice == null ? null : notice.mailing();
        if (notice == null || mailing == null || !notice.id().equals(id)) {
            return 0; // another node came first
        }
        MailText text = NoticeMail.text(mailing.plaintextSubject(), notice.plaintextText());
        for (Map.Entry<UUID, MailAddress> each : next.entrySet()) {
            boolean _ =
                    outbox.put(
                            handle,
                            tenant,
                            NoticeMail.draft(notice, each.getKey(), each.getValue(), text));
        }
        int written = outbox.writtenTo(handle, NoticeMail.RESOURCE, id).size();
        int concerned = Math.max(people, written);
        rows.came(id, concerned, written, done);
        if (done) {
            audit.append(
                    handle, by(tenant), IncidentAudit.mailed(incident, id, concerned, written));
        }
        return done ? 0 : next.size();
    }

    @Override
    public String toString() {
        return "NoticeRounds";
    }
}
