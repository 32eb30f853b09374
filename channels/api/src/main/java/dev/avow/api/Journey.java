package dev.avow.api;

import dev.avow.admit.Admission;
import dev.avow.admit.Callers;
import dev.avow.admit.Catalogue;
import dev.avow.admit.Destinations;
import dev.avow.admit.Spending;
import dev.avow.arrive.DocumentReader;
import dev.avow.ask.Asking;
import dev.avow.classify.Classifiers;
import dev.avow.decide.AttachmentRules;
import dev.avow.decide.PolicySource;
import dev.avow.record.FileRegister;
import dev.avow.record.Recorder;
import dev.avow.restore.HoldBack;
import dev.avow.sealing.Keyring;
import dev.avow.telemetry.Uses;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The rooms that a message passes, as the composition root furnished them.
 *
 * @param classifiers each tenant's, for requests; its detector looks at answers too
 * @param spending rates, prices and budgets
 * @param budget time for scanning one answer
 * @param blocking runs what may wait, off the event loop
 * @param maxBodyBytes the largest request body that is no form
 * @param bodies how much room they have together
 * @param uploads how much room forms have
 * @param documents takes the text out of documents
 * @param attachments what may leave of what cannot be looked into
 * @param recipients who receives text
 * @param register which files providers keep for whom
 * @param batches what batches may have
 * @param files what files may have
 * @param uses counts for operators
 * @param holdBack how much of an answer waits for policies that look at answers
 */
public record Journey(
        Callers callers,
        Catalogue catalogue,
        Destinations destinations,
        Admission admission,
        Classifiers classifiers,
        PolicySource policies,
        Spending spending,
        Asking asking,
        Duration budget,
        Keyring keyring,
        Recorder recorder,
        Executor blocking,
        int maxBodyBytes,
        BodyRoom bodies,
        Uploads uploads,
        AttachmentRules attachments,
        DocumentReader documents,
        HoldBack holdBack,
        Recipients recipients,
        FileRegister register,
        BatchRules batches,
        FileRules files,
        Uses uses) {}
