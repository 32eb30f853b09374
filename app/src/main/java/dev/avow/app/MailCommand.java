package dev.avow.app;

import dev.avow.mail.Delivery;
import dev.avow.mail.Mail;
import dev.avow.mail.MailAddress;
import dev.avow.mail.MailText;
import dev.avow.mail.Mailer;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Mail. */
@Command(
        name = "mail",
        description = "Mail that Avow sends.",
        mixinStandardHelpOptions = true,
        subcommands = MailCommand.Test.class)
final class MailCommand {

    /** Sends one mail by the settings, and says what the server answered. */
    @Command(
            name = "test",
            description =
                    "Sends one mail by the settings AVOW_MAIL_…, and says what the server answered."
                            + " Needs no running server.",
            mixinStandardHelpOptions = true)
    static final class Test implements Callable<Integer> {

        private final Terminal terminal;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "ADDRESS",
                description = "Whom to send it to.")
        private String to = "";

        Test(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.out().println(send(terminal.settings(), to));
            return 0;
        }

        /** What the server answered; a fault where it did not take it. */
        static String send(Settings settings, String to) {
            Mailer mailer =
                    Mailing.mailer(settings)
                            .orElseThrow(() ->
                                    wrong(
                                            "no mail server is set; set AVOW_MAIL_URL and"
                                                    + " AVOW_MAIL_FROM (docs/mail.md)"));
            MailAddress address =
                    MailAddress.parse(to)
                            .orElseThrow(() ->
                                    wrong(
                                            "--to must be an e-mail address alone, like"
                                                    + " ada@example.org"));
            Mail mail =
                    new Mail(
                            Ids.next(),
                            Instant.now(),
                            address,
                            new MailText(
                                    "A test of Avow's mail",
                                    "Whoever set Avow up sent this to see whether its mail"
                                            + " arrives. Nothing is to be done.\n",
                                    List.of()));
            return switch (mailer.send(mail)) {
                case Delivery.Accepted(String reply) -> "the server took it: " + reply;
                case Delivery.Refused(String reply) ->
                        throw wrong("the server refused it: " + reply);
                case Delivery.Deferred(String reply, boolean _) ->
                        throw wrong("it was not taken now: " + reply);
            };
        }

        private static RuntimeException wrong(String message) {
            return Fault.of(FaultCode.INVALID_VALUE, message).asException();
        }
    }
}
