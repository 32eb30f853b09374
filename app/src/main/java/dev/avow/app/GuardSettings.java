package dev.avow.app;

import dev.avow.classify.Guards;
import dev.avow.classify.TextGuard;
import dev.avow.engines.guards.GuardModel;
import dev.avow.engines.guards.GuardOptions;
import dev.avow.engines.guards.InjectionSignals;
import dev.avow.settings.BadSetting;
import dev.avow.settings.GuardModelSettings;
import dev.avow.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What looks for attacks, as the settings have it. What cannot work stops the start. */
final class GuardSettings {

    private static final String URL = "AVOW_GUARD_URL";

    private GuardSettings() {}

    /** A detection with what the settings turn on beside it. */
    static Detection with(Settings settings, Optional<GuardOptions> options, Detection detection) {
        boolean signals = settings.guard().signalsEnabled();
        if (!signals && options.isEmpty()) {
            return detection;
        }
        List<String> said = new ArrayList<>();
        if (signals) {
            said.add("Signals of injection are looked for (heuristics, no shield)");
        }
        options.ifPresent(each ->
                said.add(
                        "Prompts are judged by the guard model at "
                                + each.base()
                                + (each.seesOriginals()
                                        ? ", which sees them as they are"
                                        : ", which sees them masked")));
        Optional<GuardModel> model = options.map(GuardModel::new);
        return detection.guarded(
                new Guards(
                        signals ? new InjectionSignals() : null,
                        signals ? InjectionSignals.links() : null,
                        model.map(GuardSettings::asked).orElse(null)),
                said,
                () -> model.ifPresent(GuardModel::close));
    }

    private static TextGuard asked(GuardModel model) {
        return new TextGuard() {
            @Override
            public boolean seesOriginals() {
                return model.seesOriginals();
            }

            @Override
            public Verdict judge(List<String> texts, long nanosLeft) {
                GuardModel.Judgement said = model.judge(texts, nanosLeft);
                return new Verdict(said.type(), said.confidence(), said.coverage());
            }
        };
    }

    /** How the guard model is asked; empty where none is set. */
    static Optional<GuardOptions> options(GuardModelSettings settings) {
        if (settings.url().isEmpty() != settings.model().isEmpty()) {
            throw new BadSetting(URL + " and AVOW_GUARD_MODEL go together; set both or none");
        }
        if (settings.url().isEmpty()) {
            return Optional.empty();
        }
        URI base = base(settings.url().get());
        boolean near = settings.local() || isLoopback(base.getHost());
        if (base.getScheme().equals("http") && !near) {
            throw new BadSetting(
                    URL
                            + " would send prompts in clear to another machine; use https, or"
                            + " declare it local by AVOW_GUARD_LOCAL=true");
        }
        return Optional.of(
                new GuardOptions(
                        base,
                        settings.model().orElseThrow(),
                        key(settings),
                        settings.timeout(),
                        near,
                        settings.refuses()));
    }

    private static URI base(String url) {
        try {
            URI base = URI.create(url);
            if (base.getHost() != null
                    && ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null) {
                return base;
            }
        } catch (IllegalArgumentException noUrl) {
            // Told below.
        }
        throw new BadSetting(URL + " must be like https://HOST[:PORT]/v1");
    }

    private static @Nullable String key(GuardModelSettings settings) {
        Optional<Path> file = settings.keyFile();
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Files.readString(file.get()).strip();
        } catch (IOException unreadable) {
            throw new BadSetting("AVOW_GUARD_KEY_FILE cannot be read: " + file.get());
        }
    }

    private static boolean isLoopback(String host) {
        boolean address = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return host.equals("localhost")
                    || (address && InetAddress.getByName(host).isLoopbackAddress());
        } catch (IOException noAddress) {
            return false;
        }
    }
}
