package dev.avow.app;

import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.FirstAccount;
import dev.avow.accounts.Passwords;
import dev.avow.accounts.Sessions;
import dev.avow.accounts.StoredCallers;
import dev.avow.accounts.Users;
import dev.avow.anthropic.Anthropic;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Provider;
import dev.avow.bedrock.Bedrock;
import dev.avow.budgets.Counting;
import dev.avow.budgets.EstimateRule;
import dev.avow.budgets.TenantSpending;
import dev.avow.classify.Classifiers;
import dev.avow.cohere.Cohere;
import dev.avow.custom.DefinitionLimits;
import dev.avow.custom.DefinitionRules;
import dev.avow.detection.TenantDetectors;
import dev.avow.gemini.Gemini;
import dev.avow.openai.OpenAi;
import dev.avow.policies.CurrentPolicies;
import dev.avow.prove.StoredAuditLog;
import dev.avow.registry.ProviderStore;
import dev.avow.registry.RegionRule;
import dev.avow.registry.Registry;
import dev.avow.sealing.Keyring;
import dev.avow.settings.DetectionSettings;
import dev.avow.settings.ProviderSettings;
import dev.avow.settings.Settings;
import dev.avow.tenancy.Tenancy;
import dev.avow.vertex.TokenPlace;
import dev.avow.vertex.Vertex;
import dev.avow.wire.Speech;
import dev.avow.words.Region;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;

/**
 * Everything that stands on the storage and needs no network: what a command and a server share.
 */
record Services(
        StoredAuditLog audit,
        Users users,
        Passwords passwords,
        Sessions sessions,
        FirstAccount firstAccount,
        StoredCallers callers,
        ApiKeys apiKeys,
        CurrentPolicies currentPolicies,
        Registry registry,
        ProviderStore providers,
        Detection detection,
        DefinitionRules definitionRules,
        TenantDetectors detectors,
        Classifiers classifiers,
        TenantSpending spending)
        implements AutoCloseable {

    /** How every kind of provider that a tenant can add is spoken to. */
    static List<Speech> speeches(Settings settings) {
        return speeches(settings, Optional.empty());
    }

    /**
     * @param trust who vouches for where keys are exchanged for tokens; empty: the authorities that
     *     the JVM knows
     */
    static List<Speech> speeches(Settings settings, Optional<X509TrustManager> trust) {
        ProviderSettings providers = settings.providers();
        List<Speech> speeches = new ArrayList<>(OpenAi.SPEECHES);
        speeches.add(
                Anthropic.speech(
                        providers.anthropicVersion(),
                        providers.anthropicBeta().orElse(""),
                        providers.defaultMaxTokens(),
                        Clock.systemUTC()));
        speeches.add(Bedrock.speech(providers.defaultMaxTokens(), Clock.systemUTC()));
        speeches.add(Cohere.speech(Clock.systemUTC()));
        speeches.add(Gemini.speech(Clock.systemUTC()));
        speeches.add(
                Vertex.speech(
                        providers.defaultMaxTokens(),
                        new TokenPlace(
                                providers.vertexTokenUrl(),
                                providers.vertexTokenTimeout(),
                                providers.vertexTokenPause()),
                        trust,
                        Clock.systemUTC()));
        return speeches;
    }

    static Services of(Storage storage, Settings settings) {
        return of(
                storage,
                settings,
                List.of(),
                Detection.builtIn(settings),
                Counting.alone(storage.tenancy(), Clock.systemUTC()));
    }

    static Services of(
            Storage storage,
            Settings settings,
            List<Provider> sources,
            Detection detection,
            Counting counting) {
        InstantSource clock = Clock.systemUTC();
        var tenancy = storage.tenancy();
        var keyring = storage.keyring();
        var master = storage.master();
        StoredAuditLog audit = audit(tenancy, keyring, settings, clock);
        StoredCallers callers = new StoredCallers(tenancy, clock);
        Users users = new Users(tenancy, master, keyring, audit, callers, clock);
        Passwords passwords = new Passwords();
        Sessions sessions =
                new Sessions(
                        tenancy,
                        master,
                        keyring,
                        users,
                        passwords,
                        audit,
                        clock,
                        settings.sessionLife());
        Registry registry =
                new Registry(
                        tenancy,
                        keyring,
                        sources,
                        regionRule(settings),
                        OperatorsModel.of(settings.defaultModel(), kinds(settings)),
                        clock);
        Map<String, Integer> tiers = InstalledDetectors.tiers();
        detection.types().forEach(type -> tiers.putIfAbsent(type, 2));
        DefinitionRules definitionRules = new DefinitionRules(tiers, limits(settings.detection()));
        TenantDetectors detectors =
                new TenantDetectors(tenancy, keyring, detection.detector(), definitionRules);
        return new Services(
                audit,
                users,
                passwords,
                sessions,
                new FirstAccount(tenancy, keyring, users, sessions, passwords, clock),
                callers,
                new ApiKeys(tenancy, keyring, users, audit, callers, clock),
                new CurrentPolicies(tenancy),
                registry,
                new ProviderStore(tenancy, keyring, audit, registry, kinds(settings), clock),
                detection,
                definitionRules,
                detectors,
                new Classifiers(
                        detectors,
                        settings.classification().budget(),
                        detection.waits() ? detection.ofLabels() : null,
                        detection.topics(),
                        detection.guards()),
                new TenantSpending(
                        tenancy,
                        new EstimateRule(
                                settings.budgetBytesPerToken(), settings.budgetAnswerTokens()),
                        destination -> registry.of(destination).map(Endpoint::kind),
                        counting,
                        clock));
    }

    private static DefinitionLimits limits(DetectionSettings settings) {
        return new DefinitionLimits(
                settings.maxRecognizers(),
                settings.maxLists(),
                settings.maxPatterns(),
                settings.maxPatternLength(),
                settings.maxWords());
    }

    /** The audit log alone. */
    static StoredAuditLog audit(Storage storage, Settings settings, InstantSource clock) {
        return audit(storage.tenancy(), storage.keyring(), settings, clock);
    }

    static StoredAuditLog audit(
            Tenancy tenancy, Keyring keyring, Settings settings, InstantSource clock) {
        boolean shorten = Set.of("EU", "UK").contains(settings.region());
        return new StoredAuditLog(tenancy, keyring, clock, shorten);
    }

    /** Where requests may go. */
    static RegionRule regionRule(Settings settings) {
        return new RegionRule(
                Region.of(settings.region()).orElse(null),
                settings.allowedRegions().stream()
                        .flatMap(each -> Region.of(each).stream())
                        .toList());
    }

    /** The kinds, each with the base URL that it has by itself. */
    private static Map<String, String> kinds(Settings settings) {
        return speeches(settings).stream()
                .collect(Collectors.toUnmodifiableMap(Speech::kind, Speech::base));
    }

    @Override
    public void close() {
        passwords.close();
        detection.close();
    }
}
