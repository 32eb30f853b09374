package dev.avow.registry;

import dev.avow.words.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider must be to be kept. Every fault names its field and quotes no value. */
final class ProviderRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /** What an HTTP header can carry without quoting (RFC 9110, section 5.5), spaces left out. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,4096}");

    private static final Pattern AGREEMENT = Pattern.compile("[\\x21-\\x7E]{1,500}");

    private static final int LONGEST_URL = 2_000;

    private final Map<String, String> kinds;

    /** Each kind with the base URL that it has by itself, which may be empty. */
    ProviderRules(Map<String, String> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** Checks a draft and returns its base URL, without a slash at its end. */
    URI check(ProviderDraft draft) {
        if (!NAME.matcher(draft.name()).matches()) {
            throw Fault.wrong(
                    "name",
                    "a name has 1 to 63 letters, digits, dots, underscores or hyphens, and begins"
                            + " with a letter or digit");
        }
        if (draft.name().equalsIgnoreCase(BuiltIn.NAME)) {
            throw Fault.wrong("name", "this name is taken by what is built in");
        }
        String own = kinds.get(draft.kind());
        if (own == null) {
            throw Fault.wrong(
                    "kind", "a kind is one of " + String.join(", ", new TreeSet<>(kinds.keySet())));
        }
        if (draft.baseUrl() == null && own.isEmpty()) {
            throw Fault.wrong(
                    "base_url", "providers of this kind have no common URL; give its base URL");
        }
        URI base = base(draft.baseUrl() == null ? own : draft.baseUrl());
        if (draft.plaintextKey() != null) {
            checkKey(draft.plaintextKey());
        }
        check(base, new ProviderPlace(Regions.of(draft.region(), "region"), draft.agreement()));
        return base;
    }

    /** Checks what is said of where a provider is. */
    static void check(URI base, ProviderPlace place) {
        VertexPlace.check(base, place.region());
        String _ = agreement(place.agreement());
    }

    static void checkKey(String plaintextKey) {
        if (!KEY.matcher(plaintextKey).matches()) {
            throw Fault.wrong("key", "a key has 1 to 4096 visible ASCII characters and no spaces");
        }
    }

    /** What an agreement's id or URL must be like; null for null. */
    static @Nullable String agreement(@Nullable String text) {
        if (text != null && !AGREEMENT.matcher(text).matches()) {
            throw Fault.wrong(
                    "agreement",
                    "an agreement is an id or URL of 1 to 500 visible ASCII characters");
        }
        return text;
    }

    private static URI base(String text) {
        URI uri;
        try {
            uri = new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException malformed) {
            throw Fault.wrong(
                    "base_url", "this is no URL; it looks like https://api.example.com/v1");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST_URL || !(scheme.equals("https") || scheme.equals("http"))) {
            throw Fault.wrong("base_url", "a base URL begins with https:// or http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw Fault.wrong("base_url", "a base URL holds no credentials; give the key as key");
        }
        if (uri.getHost() == null || uri.getPort() > 65_535) {
            throw Fault.wrong(
                    "base_url", "a base URL has a host name and, if any, a port to 65535");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw Fault.wrong("base_url", "a base URL has no query and no fragment");
        }
        // Schemes have no case (RFC 3986, section 3.1); kept in small letters, nobody can mistake
        // one.
        return URI.create(scheme + uri.toString().substring(scheme.length()));
    }
}
