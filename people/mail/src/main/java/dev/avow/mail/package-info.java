/**
 * Mail that Avow sends (promises P6, O2). {@link dev.avow.mail.Outbox} keeps what is to be sent, in
 * the transaction of what causes it; {@link dev.avow.mail.OutboxRun} hands it to a {@link
 * dev.avow.mail.Mailer}.
 */
@NullMarked
package dev.avow.mail;

import org.jspecify.annotations.NullMarked;
