package dev.avow.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.mail.KeptMail;
import dev.avow.mail.MailAddress;
import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.trust.TrustPage.Chapter;
import dev.avow.trust.TrustVersion.Notice;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T4: material changes make versions, and people hear of them ahead. */
final class TrustVersionsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Control CONTROL = Control.of(String.class, "T4", "docs/trust.md");

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final TrustVersions versions =
            new TrustVersions(database.tenancy(), audit, 30, () -> now);
    private final KeptMail mailer = new KeptMail();
    private final Outbox outbox =
            new Outbox(
                    database.tenancy(),
                    database.keyring(),
                    Duration.ofDays(3),
                    4,
                    () -> {},
                    () -> now);
    private final Announcements announcements =
            new Announcements(database.tenancy(), audit, 30, outbox, () -> now);
    private final List<AnnouncementMail.Reader> readers =
            List.of("a", "b", "c").stream()
                    .flatMap(name ->
                            MailAddress.parse(name + "@example.org")
                                    .map(to -> new AnnouncementMail.Reader(UUID.randomUUID(), to))
                                    .stream())
                    .toList();
    private final AnnouncementMail mail =
            new AnnouncementMail(
                    database.tenancy(),
                    outbox,
                    _ -> readers,
                    audit,
                    "https://avow.example",
                    () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private static Sentence kept(int days, String source) {
        return new Sentence("kept.value", State.FACT, CONTROL)
                .with("what", new Phrase("kept.interactions"))
                .with("term", new Phrase("term.days", Map.of("days", days)))
                .with("source", new Phrase(source));
    }

    private static Sentence host(String host) {
        return new Sentence("receivers.host", State.FACT, CONTROL)
                .with("host", host)
                .with("region", new Phrase("receivers.unsaid"))
                .with("agreement", new Phrase("receivers.no_agreement"))
                .with("purpose", new Phrase("purpose.model"));
    }

    private TrustVersion read(int days, String... hosts) {
        return read(kept(days, "kept.source.setting"), hosts);
    }

    private TrustVersion read(Sentence kept, String... hosts) {
        List<Sentence> receivers = new ArrayList<>();
        List.of(hosts).forEach(each -> receivers.add(host(each)));
        return versions.current(
                TENANT,
                new TrustPage(
                        now,
                        List.of(
                                new Chapter(Part.KEPT, List.of(kept)),
                                new Chapter(Part.RECEIVERS, receivers))));
    }

    @Test
    void version_whatIsMaterial_makesANewOneThatSaysWhatChanged() {
        TrustVersion first = read(90, "api.openai.com");
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.notice()).isEqualTo(Notice.FIRST);
        assertThat(read(90, "api.openai.com").number()).isEqualTo(1);
        assertThat(read(kept(90, "kept.source.setting"), "api.openai.com").number()).isEqualTo(1);

        now = now.plus(Duration.ofDays(1));
        TrustVersion second = read(365, "api.openai.com", "api.mistral.ai");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.notice()).isEqualTo(Notice.WITHOUT_NOTICE);
        assertThat(second.changes())
                .extracting(MaterialChange::kind)
                .containsExactly(MaterialChange.Kind.CHANGED, MaterialChange.Kind.ADDED);
        now = now.plus(Duration.ofDays(1));
        read(365, "api.mistral.ai");

        VersionJson last = VersionJson.of(versions.all(TENANT).getFirst(), Words.ENGLISH);
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.changes().getFirst().kind()).isEqualTo("removed");
        assertThat(last.changes().getFirst().key())
                .isEqualTo("receivers.host/api.openai.com/purpose.model");
        VersionJson changed =
                VersionJson.whole(versions.find(TENANT, 2).orElseThrow(), Words.FRENCH);
        assertThat(changed.changes().getFirst().from()).contains("90 jours");
        assertThat(changed.changes().getFirst().to()).contains("365 jours");
        assertThat(changed.items()).hasSize(3);
        assertThat(versions.find(TENANT, 4)).isEmpty();
        String html = new VersionsHtml(Words.ENGLISH).all(versions.all(TENANT));
        assertThat(html).contains("<del>", "It took effect without notice.", "versions/2");
        assertThat(new VersionsHtml(Words.FRENCH).one(second)).contains("api.mistral.ai");
        assertThat(audit.entries).extracting(AuditEntry::action).contains("trust_version_kept");
    }

    /** Each version's page was called "All versions", in the tab and above the text. */
    @Test
    void T4_page_ofOneVersion_saysWhichItIs() {
        TrustVersion first = read(90, "api.openai.com");
        String english = "Version 1: how data is handled here";
        String french = "Version 1 : comment les données sont traitées ici";

        assertThat(new VersionsHtml(Words.ENGLISH).one(first))
                .contains("<title>" + english + "</title>", "<h1>" + english + "</h1>");
        assertThat(new VersionsHtml(Words.FRENCH).one(first))
                .contains("<title>" + french + "</title>", "<h1>" + french + "</h1>");
        assertThat(new VersionsHtml(Words.ENGLISH).all(versions.all(TENANT)))
                .contains("<title>All versions</title>");
    }

    /** Who said it changes nothing for anybody. */
    @Test
    void version_anotherSourceOfTheSameValue_isNone() {
        read(90);
        assertThat(
                        read(kept(90, "kept.source.setting")
                                        .with(
                                                "source",
                                                new Phrase(
                                                        "kept.source.profile",
                                                        Map.of("profile", "governance"))))
                                .number())
                .isEqualTo(1);
    }

    /** Nodes that are started anew one after the other do not agree for a while. */
    @Test
    void version_whatGoesBackAtOnce_makesNoMore() {
        read(90);
        now = now.plus(Duration.ofDays(1));
        assertThat(read(30).number()).isEqualTo(2);
        assertThat(read(90).number()).isEqualTo(1);
        assertThat(read(30).number()).isEqualTo(2);
        now = now.plus(Duration.ofHours(1));
        assertThat(read(90).number()).isEqualTo(3);
    }

    @Test
    void announcement_ofItsDay_isForOneVersion() {
        read(90);
        Announcement made =
                announcements.announce(actor, LocalDate.parse("2026-04-01"), "30 days", null);
        assertThat(announcements.upcoming(TENANT)).containsExactly(made);
        now = Instant.parse("2026-03-31T23:00:00Z");
        assertThat(read(60).notice()).isEqualTo(Notice.WITHOUT_NOTICE);
        now = Instant.parse("2026-04-02T08:00:00Z");
        TrustVersion announced = read(30);
        assertThat(announced.notice()).isEqualTo(Notice.ANNOUNCED);
        assertThat(announced.announcementId()).isEqualTo(made.id());
        now = Instant.parse("2026-04-03T08:00:00Z");
        assertThat(read(7).notice()).isEqualTo(Notice.WITHOUT_NOTICE);
        assertThat(announcements.all(TENANT).getFirst().version()).isEqualTo(3);
        assertThat(announcements.upcoming(TENANT)).isEmpty();
        assertThat(code(() -> announcements.withdraw(actor, made.id())))
                .isEqualTo(FaultCode.CONFLICT);
    }

    @Test
    void announcement_tooNearOrWithdrawn_isNone() {
        FaultException near =
                catchThrowableOfType(
                        FaultException.class,
                        () ->
                                announcements.announce(
                                        actor, LocalDate.parse("2026-03-30"), "soon", null));
        assertThat(near.fault().fieldOrNull()).isEqualTo("effective_on");
        assertThat(near.fault().message()).contains("2026-03-31");
        read(90);
        Announcement made =
                announcements.announce(actor, LocalDate.parse("2026-03-31"), "text", "texte");
        announcements.withdraw(actor, made.id());
        assertThat(announcements.upcoming(TENANT)).isEmpty();
        now = Instant.parse("2026-03-31T12:00:00Z");
        assertThat(read(30).notice()).isEqualTo(Notice.WITHOUT_NOTICE);
        assertThat(code(() -> announcements.withdraw(actor, UUID.randomUUID())))
                .isEqualTo(FaultCode.NOT_FOUND);
    }

    private static FaultCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FaultException.class, call).fault().code();
    }

    @Test
    void announcement_everybodyWithAnAccount_isWrittenToOnce() {
        announcements.announce(
                actor, LocalDate.parse("2026-04-15"), "We add a provider.", "Un fournisseur.");
        for (int round = 0; round < 4; round++) {
            int _ = mail.run(TENANT, () -> true);
            send();
        }

        assertThat(mailer.mails()).hasSize(3);
        assertThat(mailer.mails().getFirst().text().plaintextBody())
                .contains("We add a provider.", "Un fournisseur.", "https://avow.example/trust");
        assertThat(mailer.mails().getFirst().text().plaintextSubject()).contains("15 April 2026");
        assertThat(announcements.all(TENANT).getFirst().mailedAt()).isNotNull();
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsOnlyOnce("trust_announcement_mailed");
        assertThat(audit.entries.toString()).doesNotContain("example.org");
    }

    /** Mails that waited for a slow server once told people of what was taken back. */
    @Test
    void withdraw_mailsOfItWait_areNotSent() {
        Announcement made =
                announcements.announce(actor, LocalDate.parse("2026-04-15"), "A provider.", null);
        assertThat(mail.run(TENANT, () -> true)).isPositive();
        announcements.withdraw(actor, made.id());
        send();

        assertThat(mailer.mails()).isEmpty();
        assertThat(outbox.waiting(TENANT)).isZero();
        assertThat(audit.entries.getLast().after()).containsEntry("mails_given_up", 2);
    }

    @Test
    void withdraw_whileMailsOfItAreMade_leavesNone() {
        Announcement made =
                announcements.announce(actor, LocalDate.parse("2026-04-15"), "A provider.", null);
        int put =
                mail.run(
                        TENANT,
                        () -> {
                            announcements.withdraw(actor, made.id());
                            return true;
                        });

        assertThat(put).isZero();
        assertThat(outbox.waiting(TENANT)).isZero();
    }

    private void send() {
        boolean _ = mailer.from(database, audit, () -> now).run(TENANT, () -> true);
    }
}
