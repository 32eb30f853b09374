package dev.avow.app;

import dev.avow.classify.TopicStage;
import dev.avow.engines.completions.CompletionOptions;
import dev.avow.engines.onnx.BadModel;
import dev.avow.engines.topics.TopicDetector;
import dev.avow.engines.topics.TopicModel;
import dev.avow.settings.BadSetting;
import dev.avow.settings.ClassificationSettings;
import dev.avow.settings.Loopback;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What says what texts are about (tier 3), where the settings turn it on.
 *
 * @param stage null where they do not
 * @param said what it is, in a line for the start; empty where there is none
 * @param closing gives the model's memory back
 */
record Topics(@Nullable TopicStage stage, String said, Runnable closing) implements AutoCloseable {

    private static final String PREFIX = "AVOW_CLASSIFICATION_TIER3";

    /** None: for commands, which look at no request. */
    static Topics off() {
        return new Topics(null, "", () -> {});
    }

    /**
     * As the settings have it.
     *
     * @throws BadSetting where it is turned on and cannot work on this system, or would send texts
     *     out of the installation
     */
    static Topics of(ClassificationSettings settings) {
        double cutOff = settings.tier3CutOff();
        Optional<CompletionOptions> model = model(settings);
        if (!settings.tier3Enabled()) {
            if (model.isPresent()) {
                throw new BadSetting(
                        PREFIX
                                + "_URL is of tier 3; set "
                                + PREFIX
                                + "_ENABLED=true, or remove it");
            }
            return off();
        }
        return model.isPresent()
                ? byUrl(model.get(), settings, cutOff)
                : inProcess(settings, cutOff);
    }

    /** Where the model is that is asked; empty where none is set. */
    static Optional<CompletionOptions> model(ClassificationSettings settings) {
        return ModelByUrl.of(
                PREFIX,
                settings.tier3Url(),
                settings.tier3Model(),
                settings.tier3KeyFile(),
                settings.tier3Budget());
    }

    private static Topics byUrl(
            CompletionOptions options, ClassificationSettings settings, double cutOff) {
        if (!settings.tier3Local() && !Loopback.isNamedBy(options.base().getHost())) {
            throw new BadSetting(
                    PREFIX
                            + "_URL names another machine, and texts for tier 3 stay in the"
                            + " installation; declare that it is part of it by "
                            + PREFIX
                            + "_LOCAL=true");
        }
        TopicModel detector = new TopicModel(options, cutOff);
        return new Topics(
                new TopicStage(detector, settings.tier3Budget()),
                "What texts are about is told by the model "
                        + options.model()
                        + " at "
                        + options.base()
                        + " (tier 3)",
                detector::close);
    }

    private static Topics inProcess(ClassificationSettings settings, double cutOff) {
        try {
            TopicDetector detector = TopicDetector.open(cutOff);
            return new Topics(
                    new TopicStage(detector, settings.tier3Budget()),
                    "What texts are about is told by the built-in model of topics (tier 3)",
                    detector::close);
        } catch (BadModel bad) {
            throw new BadSetting(PREFIX + "_ENABLED cannot work here: " + bad.getMessage());
        } catch (IOException noFile) {
            throw new BadSetting(
                    PREFIX
                            + "_ENABLED needs 23 MB in the folder for temporary files"
                            + " (java.io.tmpdir); it could not be written");
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
