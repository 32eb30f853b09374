package dev.avow.control;

import dev.avow.accounts.Origin;
import dev.avow.admit.Caller;
import dev.avow.prove.Actor;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as a route sees it: who asks, and what. For the one thread that handles it.
 *
 * <p>What cannot be read throws a {@link dev.avow.words.FaultException} that names the field.
 */
public final class ControlRequest {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_LANGUAGES = 200;

    private final RawRequest raw;
    private final @Nullable Caller caller;
    private final Actors actors;

    ControlRequest(RawRequest raw, @Nullable Caller caller, Actors actors) {
        this.raw = raw;
        this.caller = caller;
        this.actors = actors;
    }

    /** Who asks. On a public route there may be nobody: {@code not_signed_in} then. */
    public Caller caller() {
        if (caller == null) {
            throw Authentication.notSignedIn().asException();
        }
        return caller;
    }

    /** The caller's tenant. */
    public TenantId tenant() {
        return caller().tenant();
    }

    /** The person who asks, or as whom the key acts; {@code not_allowed} where there is none. */
    public UUID userId() {
        UUID userId = caller().userId();
        if (userId == null) {
            throw Fault.of(FaultCode.NOT_ALLOWED, "this needs a person").asException();
        }
        return userId;
    }

    /** The caller as the audit log names it. Reads the person's address; blocks. */
    public Actor actor() {
        return actors.of(caller(), raw.ipAddress(), raw.userAgent());
    }

    /** Where the request comes from, for routes that nobody need be known for. */
    Origin origin() {
        return new Origin(raw.ipAddress(), raw.userAgent());
    }

    /** The caller's network, shortened, for routes that count by it; null where not known. */
    @Nullable String network() {
        return CallerNetwork.of(raw.ipAddress(), raw.forwardedFor());
    }

    /** Whether the caller reached the server by TLS, as far as it or its proxy says. */
    boolean secure() {
        return raw.secure();
    }

    /** Whether a program on this machine made it by itself. */
    boolean ownMachine() {
        return raw.ownMachine();
    }

    /** What stands behind {@code Bearer}; empty where nothing does. */
    Optional<String> plaintextBearer() {
        String sent = raw.authorization();
        return sent != null && sent.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(sent.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** Whether its sender would rather have JSON than a page. */
    boolean wantsJson() {
        String accept = raw.accept();
        return accept != null
                && accept.contains("application/json")
                && !accept.contains("text/html");
    }

    /**
     * The header {@code Accept-Language}; empty where there is none, or more than browsers send.
     */
    String languages() {
        String sent = raw.acceptLanguage();
        return sent == null || sent.length() > LONGEST_LANGUAGES ? "" : sent;
    }

    /** The session cookie's value; empty where there is none. */
    Optional<String> plaintextSessionToken() {
        return Optional.ofNullable(raw.plaintextSessionToken());
    }

    /** The id in the path's {@code {id}}; {@code not_found} where it is none. */
    public UUID pathId() {
        return pathId("id");
    }

    /** The id in this part of the path; {@code not_found} where it is none. */
    public UUID pathId(String name) {
        String text = raw.pathParameters().get(name);
        return Optional.ofNullable(text)
                .flatMap(Ids::parse)
                .orElseThrow(() -> notFound().asException());
    }

    /** This part of the path as it stands; empty text where the route has none. */
    String path(String name) {
        return raw.pathParameters().getOrDefault(name, "");
    }

    /** What a route answers for an id that the tenant does not have. */
    public static Fault notFound() {
        return Fault.of(FaultCode.NOT_FOUND, "there is nothing here under this id");
    }

    /** A value of the query; empty where it is not given. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(raw.query().get(name));
    }

    /**
     * The header {@code Range}, where what is there still has this entity tag (RFC 9110, section
     * 13.1.5): who names no tag takes what is there.
     *
     * @return null where the whole is wanted
     */
    @Nullable String range(String entityTag) {
        String only = raw.ifRange();
        return only == null || only.equals(entityTag) ? raw.range() : null;
    }

    /** Whether only a part is asked for. */
    boolean hasRange() {
        return raw.range() != null;
    }

    /** The {@code limit} and {@code cursor} of a list. */
    public PageRequest page() {
        int limit =
                query("limit").map(ControlRequest::wholeNumber).orElse(PageRequest.DEFAULT_LIMIT);
        return new PageRequest(limit, query("cursor").map(Cursor::parse).orElse(null));
    }

    /**
     * The page of a list that is read whole.
     *
     * @param keyOf what no two items of the list share, and what an item keeps
     */
    <T> Page<T> pageOf(List<T> all, Function<T, String> keyOf) {
        return WholeList.page(all, page(), keyOf);
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0; // PageRequest says what the limit may be
        }
    }

    /**
     * The body as a record with snake_case names. Unknown fields, wrong types and fields that are
     * missing or null where the record's component is not {@code @Nullable} are refused by name.
     */
    public <T extends Record> T body(Class<T> type) {
        return Json.read(raw.body().getBytes(), type);
    }

    /** The body as a form of HTML's. */
    FormBody form() {
        return FormBody.of(raw.body().getBytes());
    }

    /** The body as an object; whoever reads it checks its fields. */
    ObjectNode bodyObject() {
        return Json.readAnyObject(raw.body().getBytes());
    }

    /** The body as an object with no other fields than these, for changes to single values. */
    public ObjectNode bodyObject(Set<String> knownFields) {
        return Json.readObject(raw.body().getBytes(), knownFields);
    }
}
