package dev.avow.app;

import dev.avow.classify.Guards;
import dev.avow.classify.TextGuard;
import dev.avow.engines.completions.CompletionOptions;
import dev.avow.engines.guards.GuardModel;
import dev.avow.engines.guards.GuardOptions;
import dev.avow.engines.guards.InjectionSignals;
import dev.avow.settings.BadSetting;
import dev.avow.settings.GuardModelSettings;
import dev.avow.settings.Loopback;
import dev.avow.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                                + each.model().base()
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
        Optional<CompletionOptions> model =
                ModelByUrl.of(
                        "AVOW_GUARD",
                        settings.url(),
                        settings.model(),
                        settings.keyFile(),
                        settings.timeout());
        if (model.isEmpty()) {
            return Optional.empty();
        }
        URI base = model.get().base();
        boolean near = settings.local() || Loopback.isNamedBy(base.getHost());
        if (base.getScheme().equals("http") && !near) {
            throw new BadSetting(
                    URL
                            + " would send prompts in clear to another machine; use https, or"
                            + " declare it local by AVOW_GUARD_LOCAL=true");
        }
        return Optional.of(new GuardOptions(model.get(), near, settings.refuses()));
    }
}
