package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site makes a browser send (cross-site request forgery).
 *
 * <p>The cookie's {@code SameSite=Strict} is the first wall; this is the second, after OWASP's
 * cheat sheet on the matter: Fetch Metadata ({@code Sec-Fetch-Site}), the {@code Origin} header,
 * and a content type that a plain form cannot send.
 */
final class SameOrigin {

    private SameOrigin() {}

    /**
     * Checks a request; those that change nothing always pass.
     *
     * @param byCookie whether a cookie says who asks; only then must the browser vouch for the page
     */
    static void check(RawRequest request, boolean byCookie) {
        if (!request.unsafe()) {
            return;
        }
        boolean vouched = request.fetchSite() != null || request.origin() != null;
        if ((byCookie && !vouched)
                || !fetchSiteIsOurs(request.fetchSite())
                || !originIsOurs(request.origin(), request.host())) {
            throw Fault.of(
                            FaultCode.NOT_ALLOWED,
                            "this came from another site; send Origin, or use an API key")
                    .asException();
        }
        if (byCookie && request.method().equals("POST") && !json(request.contentType())) {
            throw notJson().asException();
        }
    }

    /**
     * Checks whether a body, where there is one, says that it is JSON.
     *
     * @param form whether it must say that it is a form instead
     */
    static void checkContentType(RawRequest request, boolean form) {
        if (request.body().length() == 0) {
            return;
        }
        if (form && !is(request.contentType(), FormBody.TYPE)) {
            throw Fault.of(
                            FaultCode.UNSUPPORTED_MEDIA_TYPE,
                            "send a form with Content-Type: " + FormBody.TYPE)
                    .asException();
        }
        if (!form && !json(request.contentType())) {
            throw notJson().asException();
        }
    }

    private static Fault notJson() {
        return Fault.of(
                FaultCode.UNSUPPORTED_MEDIA_TYPE, "send JSON with Content-Type: application/json");
    }

    private static boolean fetchSiteIsOurs(@Nullable String site) {
        return site == null || site.equals("same-origin");
    }

    private static boolean originIsOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        int scheme = origin.indexOf("://");
        return scheme > 0 && host != null && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }

    private static boolean json(@Nullable String contentType) {
        return is(contentType, "application/json");
    }

    private static boolean is(@Nullable String contentType, String wanted) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(wanted);
    }
}
