package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.validators.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names ask for a secret.
 *
 * <p>A name is split at underscores, dashes, dots and capitals; its last word says what it is, so
 * that {@code DB_PASSWORD}, {@code dbPassword} and {@code spring.datasource.password} are passwords
 * while {@code password_reset} and {@code secret_name} are not.
 */
final class SecretNames {

    /** What a name asks for. */
    enum Kind {
        PASSWORD,
        SECRET,
        /** The key of something, such as a provider: a secret where it is random. */
        KEY,
        NOTHING
    }

    /** Words of many languages for a password, in lower case; also read in sentences. */
    static final Set<String> PASSWORDS =
            Set.of(
                    Parts.of(
                            "password passwd passwort kennwort passphrase passcode pwd pw psw pswd"
                                + " pass mdp motdepasse contraseña contrasena contrasenya senha"
                                + " wachtwoord lösenord losenord adgangskode passord hasło haslo"
                                + " heslo salasana parola parole şifre jelszó jelszo userpass"
                                + " dbpass requirepass",
                            " "));

    private static final List<String> PASSWORD_ENDS =
            List.of("password", "passwd", "passwort", "passphrase", "kennwort");

    private static final Set<String> SECRETS =
            Set.of(
                    "secret",
                    "token",
                    "apikey",
                    "secretkey",
                    "accesskey",
                    "authkey",
                    "credential",
                    "pat");

    private static final List<String> SECRET_ENDS =
            List.of(
                    "apikey",
                    "secretkey",
                    "accesskey",
                    "accesstoken",
                    "authtoken",
                    "clientsecret",
                    "apisecret",
                    "apitoken",
                    "appsecret",
                    "bottoken",
                    "token",
                    "secret");

    private static final Set<String> BEFORE_KEY =
            Set.of(
                    Parts.of(
                            "api secret access private auth encryption signing master"
                                    + " account service app application client license subscription"
                                    + " shared jwt hmac aes webhook integration",
                            " "));

    /**
     * What keys are that open nothing, of registers and programs; all others may be a provider's.
     */
    private static final Set<String> OTHER_KEYS =
            Set.of(
                    Parts.of(
                            "primary foreign partition sort row cache object storage idempotency"
                                + " dedup index map hash group host ssh lookup unique composite"
                                + " natural surrogate search word record item entity message event"
                                + " node tree parent child translation locale label resource"
                                + " registry reg query config configuration setting property field"
                                + " column table data dict json yaml file path name type sha md id"
                                + " state session user project issue gpg pgp rsa dsa ec ecdsa pub"
                                + " hot short arrow enter escape tab shift ctrl control alt meta"
                                + " function press down up home end delete any every each this that"
                                + " the a an by for with of to key value first last min max left"
                                + " right start range routing binding topic order lock store bucket"
                                + " blob image media asset answer feature flag s",
                            " "));

    /** Words that make a token or a key something that opens nothing. */
    private static final Set<String> HARMLESS =
            Set.of(
                    Parts.of(
                            "page next previous continuation sync cursor csrf xsrf authenticity"
                                + " antiforgery verification public publishable max num eos bos pad"
                                + " unk forgot reset show no invalid wrong is has",
                            " "));

    /** Words before a token or a key that tell a place in a list, a version or a public site. */
    private static final Set<String> PLACES =
            Set.of(
                    Parts.of(
                            "resume forward backward starting change lock sequence"
                                    + " idempotency site",
                            " "));

    /** Words by which a name says itself that what it is given opens nothing. */
    static final Set<String> MADE_UP =
            Set.of(Parts.of("fake dummy bogus mock mocked sample example placeholder non", " "));

    private SecretNames() {}

    /** All words with one of which a name ends that asks for something. */
    static List<String> lastWords() {
        List<String> all = new ArrayList<>(List.of("word", "key", "base"));
        all.addAll(PASSWORDS);
        all.addAll(PASSWORD_ENDS);
        all.addAll(SECRETS);
        all.addAll(SECRET_ENDS);
        return all;
    }

    /** What a name asks for; {@link Kind#NOTHING} for an empty one. */
    static Kind kind(String name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return Kind.NOTHING;
        }
        String last = words.get(words.size() - 1);
        String previous = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (HARMLESS.contains(previous) || words.stream().anyMatch(MADE_UP::contains)) {
            return Kind.NOTHING;
        }
        if (PASSWORDS.contains(last) || endsWithAny(last, PASSWORD_ENDS)) {
            return Kind.PASSWORD;
        }
        if (last.equals("word") && previous.equals("pass")) {
            return Kind.PASSWORD;
        }
        if (opensNothing(words, previous)) {
            return Kind.NOTHING;
        }
        boolean key = last.equals("key") && BEFORE_KEY.contains(previous);
        boolean named = last.equals("key") && !previous.isEmpty() && !OTHER_KEYS.contains(previous);
        boolean base = last.equals("base") && previous.equals("key") && words.contains("secret");
        if (key || base || SECRETS.contains(last) || endsWithAny(last, SECRET_ENDS)) {
            return Kind.SECRET;
        }
        return named ? Kind.KEY : Kind.NOTHING;
    }

    private static boolean opensNothing(List<String> words, String previous) {
        for (String word : words) {
            if (word.equals("encrypted") || word.equals("hashed")) {
                return true;
            }
        }
        // PublicKeyToken: the eight bytes by which .NET names the public key of a library.
        return PLACES.contains(previous) || (previous.equals("key") && words.contains("public"));
    }

    /**
     * Whether a name asks for something that opens nothing, though it ends as those that do: {@code
     * nextPageToken}, {@code siteKey}.
     */
    static boolean isHarmless(String name) {
        List<String> words = words(name);
        if (words.size() < 2 || !mayOpen(words.get(words.size() - 1))) {
            return false;
        }
        String previous = words.get(words.size() - 2);
        return HARMLESS.contains(previous) || opensNothing(words, previous);
    }

    /** Whether a value is a name of something that opens, and not that itself. */
    static boolean isName(String value) {
        List<String> words = words(value);
        return !words.isEmpty() && mayOpen(words.get(words.size() - 1));
    }

    private static boolean mayOpen(String last) {
        return last.equals("key") || SECRETS.contains(last) || endsWithAny(last, SECRET_ENDS);
    }

    private static boolean endsWithAny(String word, List<String> ends) {
        for (String end : ends) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a name in lower case, without a number at its end. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetter(c);
            boolean capital =
                    Chars.isUpper(c)
                            && i > 0
                            && (Chars.isLower(name.charAt(i - 1)) || endsAcronym(name, i));
            if (!letter || capital) {
                add(words, word);
            }
            if (letter) {
                word.append(c);
            }
        }
        add(words, word);
        return words;
    }

    /** The T of {@code APIToken}: the last capital of some is the next word's first. */
    private static boolean endsAcronym(String name, int i) {
        return Chars.isUpper(name.charAt(i - 1))
                && i + 1 < name.length()
                && Chars.isLower(name.charAt(i + 1));
    }

    private static void add(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
