package dev.avow.mail;

import java.time.Instant;

/** What the mail server took of a tenant, in all. */
public record SentMail(Instant first, Instant last, long mails) {}
