package dev.avow.app;

import dev.avow.api.FileRules;
import dev.avow.ask.Persistence;
import dev.avow.budgets.Counting;
import dev.avow.engines.documents.DocumentProcesses;
import dev.avow.engines.documents.ReaderLimits;
import dev.avow.merkle.CosignerKey;
import dev.avow.presidio.PresidioLimits;
import dev.avow.prove.Cosigner;
import dev.avow.restore.HoldBack;
import dev.avow.settings.AnswerSettings;
import dev.avow.settings.AttachmentSettings;
import dev.avow.settings.BadSetting;
import dev.avow.settings.FileSettings;
import dev.avow.settings.ProviderSettings;
import dev.avow.settings.Settings;
import dev.avow.settings.WitnessSettings;
import dev.avow.tenancy.NodeLease;
import dev.avow.tenancy.Tenancy;
import dev.avow.wire.Connections;
import dev.avow.wire.Limits;
import dev.avow.wire.Sharing;
import dev.avow.wire.Trust;
import dev.avow.witness.HttpWitness;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/** What rooms and channels take of the settings, in the words of each. */
final class BySettings {

    private BySettings() {}

    /** Who counts what is spent. Only an external database has other nodes. */
    static Counting counting(Settings settings, Tenancy tenancy) {
        if (settings.databaseUrl().isEmpty()) {
            return Counting.alone(tenancy, Clock.systemUTC());
        }
        NodeId node = NodeId.next(settings.home());
        return Counting.among(
                new NodeLease(tenancy, node.own(), node.former(), settings.nodeLease()),
                tenancy,
                Clock.systemUTC());
    }

    /** How providers are reached. */
    static Connections connections(
            Vertx vertx, Settings settings, Optional<X509TrustManager> trust) {
        ProviderSettings providers = settings.providers();
        Limits limits =
                new Limits(
                        providers.connectTimeout(),
                        providers.firstByteTimeout(),
                        providers.idleTimeout(),
                        settings.answers().maxBytes(),
                        providers.maxConnections(),
                        providers.http2()
                                ? new Sharing(
                                        providers.http2Streams(),
                                        providers.http2WindowBytes(),
                                        providers.http2Ping())
                                : Sharing.NONE);
        return new Connections(vertx, limits, trust);
    }

    /**
     * Who vouches for providers; empty: the authorities that the JVM knows.
     *
     * @throws BadSetting where the file of authorities is none
     */
    static Optional<X509TrustManager> trust(ProviderSettings settings) {
        return settings.caFile().map(BySettings::trust);
    }

    private static X509TrustManager trust(Path file) {
        try {
            return Trust.also(file);
        } catch (IOException unreadable) {
            throw new BadSetting(
                    "AVOW_PROVIDER_CA_FILE names a file that cannot be read; check that it is there"
                            + " and may be read");
        } catch (GeneralSecurityException none) {
            throw new BadSetting(
                    "AVOW_PROVIDER_CA_FILE names a file that holds no certificates; give one in"
                            + " PEM, such as your certificate authority hands out");
        }
    }

    static FileRules files(FileSettings settings) {
        return new FileRules(
                settings.perRequest(),
                settings.batchValues(),
                settings.nameChars(),
                settings.pageSize(),
                settings.jsonBytes(),
                settings.timeout(),
                settings.uploadParts(),
                settings.uploadsOfOneOwner(),
                settings.uploadLasts(),
                settings.uploadRests());
    }

    static Persistence persistence(ProviderSettings settings) {
        return new Persistence(
                settings.retryAttempts(),
                settings.retryBackoff(),
                settings.retryMaxBackoff(),
                settings.wholeTimeout(),
                settings.queue());
    }

    /** Nothing is started before the first document. */
    static DocumentProcesses documents(AttachmentSettings settings) {
        return new DocumentProcesses(
                new ReaderLimits(
                        settings.documentMaxChars(),
                        settings.documentTimeout(),
                        settings.documentsAtOnce(),
                        settings.documentHeapMegabytes(),
                        settings.documentsPerProcess(),
                        settings.documentIdle()),
                settings.pdf(),
                settings.unreadableDocumentsAllowed());
    }

    static HoldBack holdBack(AnswerSettings settings) {
        return new HoldBack(
                settings.holdBackChars(), settings.holdBack(), settings.refusesUnread());
    }

    static PresidioLimits presidioLimits(Settings settings) {
        return new PresidioLimits(
                settings.presidio().openOnLoopback(),
                settings.maxBodyBytes(),
                settings.presidio().maxPatterns(),
                settings.presidio().maxPatternLength(),
                settings.presidio().maxTerms(),
                settings.presidio().maxResults(),
                settings.classification().budget());
    }

    /**
     * Who witnesses the audit logs, outside.
     *
     * @throws BadSetting where a verifier key is none of a witness
     */
    static List<Cosigner> witnesses(WitnessSettings settings) {
        return settings.all().stream()
                .<Cosigner>map(place ->
                        new HttpWitness(
                                place.url(),
                                CosignerKey.parse(place.key())
                                        .orElseThrow(() ->
                                                new BadSetting(
                                                        "AVOW_AUDIT_WITNESSES names a verifier key"
                                                                + " that is none of a witness (type"
                                                                + " 4, Ed25519); ask the witness's"
                                                                + " operator for it")),
                                settings.patience()))
                .toList();
    }
}
