package dev.avow.app;

import dev.avow.ask.Persistence;
import dev.avow.engines.documents.TikaDocuments;
import dev.avow.presidio.PresidioLimits;
import dev.avow.restore.HoldBack;
import dev.avow.settings.AnswerSettings;
import dev.avow.settings.AttachmentSettings;
import dev.avow.settings.ProviderSettings;
import dev.avow.settings.Settings;
import dev.avow.wire.Limits;

/** What rooms and channels take of the settings, in the words of each. */
final class BySettings {

    private BySettings() {}

    static Limits limits(Settings settings) {
        ProviderSettings providers = settings.providers();
        return new Limits(
                providers.connectTimeout(),
                providers.firstByteTimeout(),
                providers.idleTimeout(),
                settings.answers().maxBytes(),
                providers.maxConnections());
    }

    static Persistence persistence(ProviderSettings settings) {
        return new Persistence(
                settings.retryAttempts(),
                settings.retryBackoff(),
                settings.retryMaxBackoff(),
                settings.wholeTimeout(),
                settings.queue());
    }

    static TikaDocuments documents(AttachmentSettings settings) {
        return new TikaDocuments(
                settings.documentMaxChars(),
                settings.documentTimeout(),
                settings.documentsAtOnce(),
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
}
