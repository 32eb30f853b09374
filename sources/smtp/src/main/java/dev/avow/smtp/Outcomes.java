package dev.avow.smtp;

import dev.avow.mail.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What a server's answers come to (RFC 5321, section 4.2.1): 5xx for this recipient or this text
 * ends a mail; 4xx, 5xx for the sender, and all that is wrong with the connection wait.
 */
final class Outcomes {

    private static final Pattern CODE =
            Pattern.compile(
                    "([2-5]\\d{2})(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);
    private static final int SERVICE_NOT_AVAILABLE = 421;

    private Outcomes() {}

    /** While the connection was made. */
    static Delivery ofConnecting(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return waits("the server refuses the user or the password");
        }
        return ofConnection(failed);
    }

    /** While the mail was handed over. */
    static Delivery ofSending(MessagingException failed) {
        Optional<SMTPSenderFailedException> sender = find(failed, SMTPSenderFailedException.class);
        if (sender.isPresent()) {
            return waits(code(sender.get().getMessage(), "the server refuses the sender"));
        }
        Optional<SMTPAddressFailedException> recipient =
                find(failed, SMTPAddressFailedException.class);
        if (recipient.isPresent()) {
            return of(recipient.get().getReturnCode(), recipient.get().getMessage());
        }
        Optional<SMTPSendFailedException> command = find(failed, SMTPSendFailedException.class);
        if (command.isPresent()) {
            SMTPSendFailedException answer = command.get();
            return String.valueOf(answer.getCommand()).startsWith("MAIL")
                    ? waits(code(answer.getMessage(), "the server refuses the sender"))
                    : of(answer.getReturnCode(), answer.getMessage());
        }
        return ofConnection(failed);
    }

    static Delivery accepted(@Nullable String answer) {
        return new Delivery.Accepted(code(answer, "taken"));
    }

    private static Delivery of(int code, @Nullable String answer) {
        String reply = code(answer, "the server broke off");
        return code >= 500 && code < 600
                ? new Delivery.Refused(reply)
                : new Delivery.Deferred(reply, code < 400 || code == SERVICE_NOT_AVAILABLE);
    }

    private static Delivery ofConnection(MessagingException failed) {
        if (find(failed, MailConnectException.class).isPresent()) {
            return waits("the server cannot be reached");
        }
        if (find(failed, SocketTimeoutException.class).isPresent()) {
            return waits("the server said nothing for too long");
        }
        if (find(failed, SSLException.class).isPresent()) {
            return waits("the connection cannot be protected: certificate, host name or version");
        }
        String message = String.valueOf(failed.getMessage());
        if (message.contains("STARTTLS")) {
            return waits("the server does not offer STARTTLS");
        }
        return waits(code(message, "the connection broke"));
    }

    private static Delivery waits(String reply) {
        return new Delivery.Deferred(reply, true);
    }

    /** The server's code alone: its text may hold an address. */
    private static String code(@Nullable String answer, String otherwise) {
        Matcher found = CODE.matcher(answer == null ? "" : answer.strip());
        if (!found.matches()) {
            return otherwise;
        }
        return found.group(2) == null ? found.group(1) : found.group(1) + " " + found.group(2);
    }

    /** Angus tells several things at once, one behind the other. */
    private static <T extends Throwable> Optional<T> find(Throwable failed, Class<T> wanted) {
        Deque<Throwable> left = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        left.add(failed);
        while (!left.isEmpty()) {
            Throwable each = left.remove();
            if (!seen.add(each)) {
                continue;
            }
            if (wanted.isInstance(each)) {
                return Optional.of(wanted.cast(each));
            }
            if (each.getCause() != null) {
                left.add(each.getCause());
            }
            if (each instanceof MessagingException several && several.getNextException() != null) {
                left.add(several.getNextException());
            }
        }
        return Optional.empty();
    }
}
