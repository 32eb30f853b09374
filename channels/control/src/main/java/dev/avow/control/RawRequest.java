package dev.avow.control;

import dev.avow.arrive.ContentCoding;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is taken from the connection before work moves off the event loop.
 *
 * @param method in capitals
 * @param pathParameters by name, decoded
 * @param query the first value of each name, decoded
 * @param ipAddress of the connection; null where it has none
 * @param forwardedFor the last header {@code X-Forwarded-For} as sent; null where none
 * @param userAgent as sent, at most 500 characters; null where none
 * @param authorization the header as sent; null where none
 * @param plaintextSessionToken the session cookie's value; null where none
 * @param host the authority that was asked for; null where none was named
 * @param origin the header as sent; null where none
 * @param fetchSite the header {@code Sec-Fetch-Site} as sent; null where none
 * @param contentType the header as sent; null where none
 * @param contentEncoding the header as sent; null where none
 * @param range the header as sent; null where none
 * @param ifRange the header {@code If-Range} as sent; null where none
 * @param secure whether the caller came by TLS
 * @param ownMachine whether a program on this machine made it by itself, and named it so
 * @param accept the header as sent; null where none
 * @param acceptLanguage the header {@code Accept-Language} as sent; null where none
 * @param body empty where there is none
 */
record RawRequest(
        String method,
        Map<String, String> pathParameters,
        Map<String, String> query,
        @Nullable String ipAddress,
        @Nullable String forwardedFor,
        @Nullable String userAgent,
        @Nullable String authorization,
        @Nullable String plaintextSessionToken,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        @Nullable String range,
        @Nullable String ifRange,
        boolean secure,
        boolean ownMachine,
        @Nullable String accept,
        @Nullable String acceptLanguage,
        Buffer body) {

    /**
     * The same with its body as it was before it was packed.
     *
     * @param most bytes that it may have then
     * @throws dev.avow.words.FaultException where it is packed as is not known here, or has more
     */
    RawRequest unpacked(int most) {
        if (!ContentCoding.isGzip(contentEncoding) || body.length() == 0) {
            return this;
        }
        byte[] plain = ContentCoding.unpacked(body.getBytes(), most, Bodies.tooLarge());
        return new RawRequest(
                method,
                pathParameters,
                query,
                ipAddress,
                forwardedFor,
                userAgent,
                authorization,
                plaintextSessionToken,
                host,
                origin,
                fetchSite,
                contentType,
                null,
                range,
                ifRange,
                secure,
                ownMachine,
                accept,
                acceptLanguage,
                Buffer.buffer(plain));
    }

    boolean unsafe() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    @Override
    public String toString() {
        return "RawRequest " + method;
    }
}
