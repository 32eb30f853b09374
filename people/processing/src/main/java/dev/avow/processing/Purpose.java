package dev.avow.processing;

import dev.avow.retain.Kept;
import dev.avow.words.DataClass;
import java.util.Optional;

/**
 * Why data of a class is held, of whom, and on which ground: what the schema cannot say. The ground
 * is the one that this platform was built for; the controller has to confirm it or name their own.
 *
 * @param subjects the categories of people (GDPR Art. 30(1)(c))
 * @param data the categories of data
 * @param ground legal basis, proposed
 * @param kept whose retention it has; empty where it stays until the tenant's end
 */
record Purpose(
        String name, String why, String subjects, String data, String ground, Optional<Kept> kept) {

    /** Of a class. There is one for each. */
    static Purpose of(DataClass dataClass) {
        return switch (dataClass) {
            case INTERACTION ->
                    new Purpose(
                            "Use of language models",
                            "to send requests to models, to account for each use, and to oversee"
                                    + " what leaves; what is recorded of each use holds no text",
                            "people who use models, and programs that act for them",
                            "who asked which model when, fingerprints and lengths, types and counts"
                                    + " of what was found, the policy's action, receivers, tokens"
                                    + " and cost",
                            "legitimate interest or contract (GDPR Art. 6(1)(f), (b))",
                            Optional.of(Kept.INTERACTIONS));
            case CONVERSATION ->
                    new Purpose(
                            "Batches under way",
                            "to put originals back into the answers of a batch when these come",
                            "users, and others whom a request of a batch names",
                            "names of files, the callers' ids of lines, and what was masked in"
                                    + " them with what stands for it; all of it sealed",
                            "legitimate interest or contract (GDPR Art. 6(1)(f), (b))",
                            Optional.of(Kept.CONVERSATION_TEXT));
            case ACCOUNT ->
                    new Purpose(
                            "Accounts and sign-in",
                            "to know who may use and administer the platform",
                            "users and administrators",
                            "e-mail address, names, role, password hash, sign-ins",
                            "contract (GDPR Art. 6(1)(b))",
                            Optional.of(Kept.ACCOUNT));
            case AUDIT_LOG ->
                    new Purpose(
                            "Audit log",
                            "to prove who looked at or changed what",
                            "users, administrators, and people whose accounts were changed",
                            "actor, action, resource, values before and after, network address,"
                                    + " program, time",
                            "legal obligation and legitimate interest (GDPR Art. 5(2), 32;"
                                    + " Art. 6(1)(c), (f))",
                            Optional.of(Kept.AUDIT_LOG));
            case PRIVACY_RECORD ->
                    new Purpose(
                            "Rights of people and legal holds",
                            "to meet requests about personal data, and to prove that they were met",
                            "users, and others who ask",
                            "kind, law and times of a request, who asks, receipts of erasures,"
                                    + " scope and reason of holds, consents",
                            "legal obligation (GDPR Art. 6(1)(c); Art. 7(1), 12 to 22)",
                            Optional.empty());
            case CREDENTIAL ->
                    new Purpose(
                            "Keys and credentials",
                            "to let programs in, to reach providers, to seal and open what is held",
                            "people whom a key acts as",
                            "keys, hashed or sealed; their names, scopes and last use",
                            "legitimate interest (GDPR Art. 6(1)(f); Art. 32)",
                            Optional.empty());
            case CONFIGURATION ->
                    new Purpose(
                            "Configuration",
                            "to run the platform as its tenant set it up",
                            "administrators, by the id of who made something",
                            "policies, routes, prices, budgets, recognizers and lists",
                            "legitimate interest (GDPR Art. 6(1)(f))",
                            Optional.empty());
        };
    }
}
