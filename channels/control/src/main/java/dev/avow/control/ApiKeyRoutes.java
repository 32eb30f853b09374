package dev.avow.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.avow.accounts.ApiKey;
import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.KeyRules;
import dev.avow.admit.Scope;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys: made, listed, changed, revoked. */
public final class ApiKeyRoutes implements Routes {

    private static final String PATH = "/api/v1/api-keys";

    private static final Set<String> CHANGEABLE =
            Set.of(
                    "name",
                    "models",
                    "expires_at",
                    "tags",
                    "requests_per_minute",
                    "tokens_per_minute");

    private record NewKey(
            String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable String userEmail,
            @Nullable List<@Nullable String> models,
            @Nullable String expiresAt,
            @Nullable List<@Nullable String> tags,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer tokensPerMinute) {

        KeyRules rules() {
            return new KeyRules(
                    texts(models),
                    expiresAt == null ? null : Members.time(expiresAt, "expires_at"),
                    texts(tags),
                    requestsPerMinute,
                    tokensPerMinute);
        }

        private static List<String> texts(@Nullable List<@Nullable String> values) {
            if (values == null) {
                return List.of();
            }
            // A null becomes text that no rule lets pass, and is refused by its place.
            return values.stream().map(each -> each == null ? "" : each).toList();
        }

        @Override
        public String toString() {
            return "NewKey";
        }
    }

    /** A key as it is shown; {@code key} only in the answer that makes it. */
    private record KeyView(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            @Nullable UUID userId,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            List<String> models,
            @Nullable Instant expiresAt,
            List<String> tags,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer tokensPerMinute,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

        static KeyView of(ApiKey key, @Nullable String plaintextKey) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    key.scopes().stream().sorted().map(Scope::id).toList(),
                    key.userId(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.revokedAt(),
                    key.rules().models(),
                    key.rules().expiresAt(),
                    key.rules().tags(),
                    key.rules().requestsPerMinute(),
                    key.rules().tokensPerMinute(),
                    plaintextKey);
        }

        @Override
        public String toString() {
            return "KeyView " + id;
        }
    }

    private final ApiKeys apiKeys;
    private final AuditLog audit;

    public ApiKeyRoutes(ApiKeys apiKeys, AuditLog audit) {
        this.apiKeys = apiKeys;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list);
        table.post(PATH, this::create);
        table.get(PATH + "/{id}", this::find);
        table.patch(PATH + "/{id}", this::change);
        table.delete(PATH + "/{id}", this::revoke);
    }

    @Override
    public String description() {
        return "api-keys.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("api_keys_viewed", "api_key", null));
        return ControlAnswer.ok(
                apiKeys.page(request.tenant(), wanted).map(key -> KeyView.of(key, null)));
    }

    private ControlAnswer create(ControlRequest request) {
        NewKey wanted = request.body(NewKey.class);
        ApiKeys.Created created =
                apiKeys.create(
                        request.actor(),
                        wanted.name(),
                        scopes(wanted.scopes()),
                        wanted.userEmail(),
                        wanted.rules());
        return ControlAnswer.created(KeyView.of(created.apiKey(), created.plaintextKey()));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        audit.append(
                request.actor(), AuditEntry.viewed("api_keys_viewed", "api_key", id.toString()));
        return ControlAnswer.found(
                apiKeys.find(request.tenant(), id).map(key -> KeyView.of(key, null)));
    }

    /** What is not named stays as it is; null takes a limit away. */
    private ControlAnswer change(ControlRequest request) {
        Members body = new Members(request.bodyObject(CHANGEABLE));
        return ControlAnswer.ok(
                KeyView.of(
                        apiKeys.change(
                                request.actor(),
                                request.pathId(),
                                key -> body.text("name", key.name()),
                                key -> changed(body, key.rules())),
                        null));
    }

    private static KeyRules changed(Members body, KeyRules rules) {
        return new KeyRules(
                body.texts("models", rules.models()),
                body.time("expires_at", rules.expiresAt()),
                body.texts("tags", rules.tags()),
                body.number("requests_per_minute", rules.requestsPerMinute()),
                body.number("tokens_per_minute", rules.tokensPerMinute()));
    }

    private ControlAnswer revoke(ControlRequest request) {
        return ControlAnswer.ok(
                KeyView.of(apiKeys.revoke(request.actor(), request.pathId()), null));
    }

    private static Set<Scope> scopes(@Nullable List<@Nullable String> ids) {
        if (ids == null) {
            return Set.of(Scope.MODELS);
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String id : ids) {
            scopes.add(
                    Optional.ofNullable(id)
                            .flatMap(Scope::of)
                            .orElseThrow(() ->
                                    Fault.of(
                                                    FaultCode.INVALID_VALUE,
                                                    "a scope is models, read or admin",
                                                    "scopes")
                                            .asException()));
        }
        return scopes;
    }
}
