package dev.avow.app;

import dev.avow.accounts.InvitationMail;
import dev.avow.accounts.User;
import dev.avow.incidents.Assessor;
import dev.avow.incidents.Incidents;
import dev.avow.incidents.NoticeMail;
import dev.avow.letters.LetterMail;
import dev.avow.letters.Letters;
import dev.avow.mail.MailAddress;
import dev.avow.mail.Mailer;
import dev.avow.mail.Outbox;
import dev.avow.mail.OutboxRun;
import dev.avow.prove.AuditLog;
import dev.avow.requests.CodeMail;
import dev.avow.requests.Officers;
import dev.avow.requests.Reminders;
import dev.avow.settings.BadSetting;
import dev.avow.settings.MailSettings;
import dev.avow.settings.Settings;
import dev.avow.smtp.SmtpMailer;
import dev.avow.smtp.SmtpServer;
import dev.avow.trust.AnnouncementMail;
import dev.avow.wire.Trust;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Mail, furnished: the outbox, what sends what is in it, and what reminds. Where no server is set,
 * nothing is put in and nothing sent; what was mailed before can still be seen.
 */
final class Mailing implements AutoCloseable {

    /** How much longer than a try a mail is nobody else's. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Settings settings;
    private final Storage storage;
    private final Services services;
    private final Outbox outbox;
    private final Optional<Mailer> mailer;
    private final List<Integer> reminderDays;
    private final Officers officers;
    private final MailNudge nudge = new MailNudge();
    private volatile String here = "";
    private @Nullable NoticeMail notices;
    private @Nullable MailJob job;

    private Mailing(Settings settings, Storage storage, Services services) {
        MailSettings mail = settings.mail();
        this.settings = settings;
        this.storage = storage;
        this.services = services;
        this.mailer = mailer(settings);
        this.reminderDays = mail.reminderDays();
        this.officers = officers(mail, services);
        this.outbox =
                new Outbox(
                        storage.tenancy(),
                        storage.keyring(),
                        mail.giveUpAfter(),
                        mail.maxWaiting(),
                        nudge::tell,
                        Clock.systemUTC());
        Optional<String> _ = settings.publicUrl();
    }

    /**
     * By settings.
     *
     * @throws BadSetting where one of them is ill-formed
     */
    static Mailing of(Settings settings, Storage storage, Services services) {
        return new Mailing(settings, storage, services);
    }

    /**
     * What hands mail to the server that is set; empty where none is.
     *
     * @throws BadSetting where a setting of it is ill-formed
     */
    static Optional<Mailer> mailer(Settings settings) {
        MailSettings mail = settings.mail();
        return mail.server()
                .map(server ->
                        new SmtpMailer(
                                new SmtpServer(
                                        SmtpServer.Security.valueOf(server.security().name()),
                                        server.host(),
                                        server.port(),
                                        server.user(),
                                        mail.plaintextPassword().orElse(null),
                                        address("AVOW_MAIL_FROM", mail.from()),
                                        settings.controller().name().orElse(null),
                                        mail.patience(),
                                        mail.wholePatience(),
                                        mail.caFile().map(Mailing::trust))));
    }

    private static MailAddress address(String setting, String text) {
        return MailAddress.parse(text)
                .orElseThrow(() ->
                        new BadSetting(
                                setting
                                        + " must be an e-mail address alone, like"
                                        + " avow@example.org"));
    }

    private static X509TrustManager trust(Path file) {
        try {
            return Trust.also(file);
        } catch (IOException | GeneralSecurityException none) {
            throw new BadSetting(
                    "AVOW_MAIL_CA_FILE names a file that cannot be read or holds no certificates;"
                            + " give one in PEM");
        }
    }

    private static Officers officers(MailSettings mail, Services services) {
        Optional<MailAddress> one =
                mail.privacyOfficer().map(text -> address("AVOW_PRIVACY_OFFICER_EMAIL", text));
        if (one.isPresent()) {
            return _ -> List.of(new Officers.Officer(null, one.get()));
        }
        return tenant ->
                services.users().administrators(tenant).stream()
                        .flatMap(user ->
                                MailAddress.parse(user.email())
                                        .map(to -> new Officers.Officer(user.id(), to))
                                        .stream())
                        .toList();
    }

    Outbox outbox() {
        return outbox;
    }

    /** What mails codes; empty where no server is set. */
    Optional<CodeMail> codes(Letters letters) {
        return mailer.map(_ -> new CodeMail(outbox, letters.sender(), letters.contact()));
    }

    /** What mails links of invitations; empty where no server is set. */
    Optional<InvitationMail> invitations() {
        return mailer.map(_ ->
                new InvitationMail(
                        outbox,
                        settings.controller().name().orElse(null),
                        () -> settings.publicUrl().orElse(here)));
    }

    /** What mails letters; empty where no server is set. */
    Optional<LetterMail> letters(Letters letters) {
        return mailer.map(
                _ -> new LetterMail(storage.tenancy(), outbox, letters, services.audit()));
    }

    /** Whether a server is set. */
    boolean isSet() {
        return mailer.isPresent();
    }

    /** What mails notices of incidents; what is under way goes on by the job. */
    NoticeMail notices(Incidents incidents, Assessor assessor) {
        NoticeMail made =
                new NoticeMail(
                        storage.tenancy(),
                        storage.keyring(),
                        services.audit(),
                        incidents,
                        assessor,
                        outbox,
                        (tenant, user) ->
                                services.users()
                                        .find(tenant, user)
                                        .flatMap(found -> MailAddress.parse(found.email())),
                        Clock.systemUTC());
        notices = made;
        return made;
    }

    /**
     * Begins to send and to remind, where a server is set. Called once.
     *
     * @param here where the console is, unless a setting says it
     */
    void start(String here) {
        this.here = here;
        mailer.ifPresent(by -> {
            AuditLog audit = services.audit();
            MailSettings mail = settings.mail();
            MailJob begun =
                    new MailJob(
                            storage.tenancy(),
                            new OutboxRun(
                                    storage.tenancy(),
                                    storage.keyring(),
                                    by,
                                    mail.wholePatience().plus(MARGIN),
                                    mail.maxPause(),
                                    audit,
                                    Clock.systemUTC()),
                            new Reminders(
                                    storage.tenancy(),
                                    outbox,
                                    officers,
                                    reminderDays,
                                    settings.publicUrl().orElse(here),
                                    audit,
                                    Clock.systemUTC()),
                            Objects.requireNonNull(notices),
                            new AnnouncementMail(
                                    storage.tenancy(),
                                    outbox,
                                    this::readers,
                                    audit,
                                    settings.publicUrl().orElse(here),
                                    Clock.systemUTC()),
                            nudge);
            job = begun;
            begun.start();
        });
    }

    /** Everybody whose account is not closed, and whom mail can reach. */
    private List<AnnouncementMail.Reader> readers(TenantId tenant) {
        List<AnnouncementMail.Reader> all = new ArrayList<>();
        Cursor after = null;
        do {
            Page<User> page = services.users().page(tenant, new PageRequest(200, after));
            page.items().stream()
                    .filter(User::active)
                    .forEach(user ->
                            MailAddress.parse(user.email())
                                    .map(to -> new AnnouncementMail.Reader(user.id(), to))
                                    .ifPresent(all::add));
            after = page.nextCursor() == null ? null : Cursor.parse(page.nextCursor());
        } while (after != null);
        return all;
    }

    @Override
    public void close() {
        MailJob begun = job;
        if (begun != null) {
            begun.close();
        }
    }
}
