package dev.avow.app;

import dev.avow.classify.Guards;
import dev.avow.classify.TopicStage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.names.NameDetector;
import dev.avow.engines.guards.GuardOptions;
import dev.avow.engines.onnx.OnnxNames;
import dev.avow.engines.presidio.PresidioDetector;
import dev.avow.engines.presidio.PresidioOptions;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What this server finds personal data with: the recognizers of its tier, and one engine for names.
 *
 * @param detector all of it
 * @param ofLabels what of it looks at names such as a model's; it does not wait
 * @param waits whether the detector may wait for something, and must stay off event loops
 * @param types the ids of all that it reports
 * @param said lines that say at the start what finds names; empty where nothing does
 * @param warned lines that say what does not work now
 * @param topics what says what texts are about; null where nothing does
 * @param guards what looks for attacks
 * @param closing gives the engines back
 */
record Detection(
        Detector detector,
        Detector ofLabels,
        boolean waits,
        Set<String> types,
        List<String> said,
        List<String> warned,
        @Nullable TopicStage topics,
        Guards guards,
        Runnable closing)
        implements AutoCloseable {

    Detection {
        types = Set.copyOf(types);
        said = List.copyOf(said);
        warned = List.copyOf(warned);
    }

    /** Without an engine of somebody else: for commands, which look at nothing. */
    static Detection builtIn(Settings settings) {
        int tier = InstalledDetectors.tier(settings);
        Detector detector = InstalledDetectors.of(tier);
        return new Detection(
                detector,
                detector,
                false,
                InstalledDetectors.types(tier),
                tier > 1 ? List.of("Names are found by the built-in model") : List.of(),
                List.of(),
                null,
                Guards.NONE,
                () -> {});
    }

    /**
     * As the settings have it.
     *
     * @throws BadSetting where an engine cannot be used as it is set
     */
    static Detection of(Settings settings) {
        EngineSettings.check(settings);
        Optional<GuardOptions> guard = GuardSettings.options(settings.guard());
        Detection unguarded = unguarded(settings);
        return GuardSettings.with(settings, guard, unguarded);
    }

    private static Detection unguarded(Settings settings) {
        Topics topics = Topics.of(settings.classification());
        try {
            return topics.stage() == null ? places(settings) : places(settings).and(topics);
        } catch (RuntimeException failed) {
            topics.close();
            throw failed;
        }
    }

    /** With guards, and what they report. */
    Detection guarded(Guards by, List<String> lines, Runnable closingThem) {
        List<String> all = new ArrayList<>(said);
        all.addAll(lines);
        return new Detection(
                detector,
                ofLabels,
                waits,
                types,
                all,
                warned,
                topics,
                by,
                () -> {
                    closing.run();
                    closingThem.run();
                });
    }

    private Detection and(Topics topics) {
        List<String> both = new ArrayList<>(said);
        both.add(topics.said());
        return new Detection(
                detector,
                ofLabels,
                waits,
                types,
                both,
                warned,
                topics.stage(),
                guards,
                () -> {
                    closing.run();
                    topics.close();
                });
    }

    /** What finds data that stands at a place in a text. */
    private static Detection places(Settings settings) {
        if (settings.classification().namesModel().isPresent()) {
            OnnxNames names = EngineSettings.openModel(settings);
            return with(
                    names,
                    names.types(),
                    "Names are found by the ONNX model in "
                            + settings.classification().namesModel().get(),
                    List.of(),
                    names::close);
        }
        return settings.analyzer().url().isPresent()
                ? presidio(settings, EngineSettings.presidio(settings.analyzer()))
                : builtIn(settings);
    }

    private static Detection presidio(Settings settings, PresidioOptions options) {
        PresidioDetector presidio = new PresidioDetector(options);
        boolean fallsBack = settings.analyzer().fallsBack();
        Detector engine = fallsBack ? new Fallback(presidio, NameDetector.standard()) : presidio;
        String where = "the Presidio analyzer at " + options.base();
        String until = fallsBack ? "the built-in model stands in" : "requests are refused";
        return with(
                engine,
                presidio.types(),
                (options.allEntities() ? "Names and more" : "Names")
                        + " are found by "
                        + where
                        + " ("
                        + String.join(", ", options.languages())
                        + ")",
                presidio.answers()
                        ? List.of()
                        : List.of(where + " does not serve now; until it does, " + until),
                presidio::close);
    }

    private static Detection with(
            Detector engine,
            Set<String> itsTypes,
            String said,
            List<String> warned,
            Runnable closing) {
        Detector patterns = Detectors.of(InstalledDetectors.recognizers(2));
        Set<String> types = new TreeSet<>(itsTypes);
        InstalledDetectors.recognizers(2).forEach(each -> types.add(each.type().id()));
        return new Detection(
                Detectors.combined(List.of(patterns, engine)),
                patterns,
                true,
                types,
                List.of(said),
                warned,
                null,
                Guards.NONE,
                closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
