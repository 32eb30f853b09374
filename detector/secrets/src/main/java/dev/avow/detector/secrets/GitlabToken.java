package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Tokens of GitLab.
 *
 * <p>Specification: GitLab, "Token overview", token prefixes: of persons, deployment, runners,
 * jobs, triggers, feeds, agents, SCIM, incoming mail, OAuth applications.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code glpat- + 20 characters}.
 */
final class GitlabToken {

    static final FindingType TYPE = new FindingType("gitlab_token", 2);

    private GitlabToken() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("glpat-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("gldt-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glrt-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glcbt-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glptt-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glft-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glagent-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glsoat-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glimt-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("gloas-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glffct-", Alphabet.DOTTED, 20, 300),
                        new KeyPattern("glwt-", Alphabet.DOTTED, 20, 300)));
    }
}
