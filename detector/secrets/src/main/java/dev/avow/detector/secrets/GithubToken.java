package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Tokens of GitHub: of persons, OAuth, apps for users, apps for installations, refresh.
 *
 * <p>Specification: GitHub, "Behind GitHub's new authentication token formats": a prefix, then 36
 * letters and digits of which six are a check ({@link Crc32Tail}); at most 255 are announced.
 * Fine-grained ones begin with {@code github_pat_}. Since 2026 installations have a number and a
 * JWT behind the prefix (GitHub's changelog of 24 April 2026).
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code ghp_ + 36 letters and digits}.
 */
final class GithubToken {

    static final FindingType TYPE = new FindingType("github_token", 2);

    private GithubToken() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("ghp_", Alphabet.BASE62, 30, 251),
                        new KeyPattern("gho_", Alphabet.BASE62, 30, 251),
                        new KeyPattern("ghu_", Alphabet.BASE62, 30, 251),
                        new KeyPattern("ghs_", Alphabet.BASE62, 30, 251),
                        new KeyPattern("ghs_", Alphabet.DOTTED, 100, 2000),
                        new KeyPattern("ghr_", Alphabet.BASE62, 30, 251),
                        new KeyPattern("github_pat_", Alphabet.URL, 50, 244)));
    }
}
