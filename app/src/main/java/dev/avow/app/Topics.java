package dev.avow.app;

import dev.avow.classify.TopicStage;
import dev.avow.engines.onnx.BadModel;
import dev.avow.engines.topics.TopicDetector;
import dev.avow.settings.BadSetting;
import dev.avow.settings.ClassificationSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What says what texts are about (tier 3), where the settings turn it on.
 *
 * @param stage null where they do not
 * @param closing gives the model's memory back
 */
record Topics(@Nullable TopicStage stage, Runnable closing) implements AutoCloseable {

    /** None: for commands, which look at no request. */
    static Topics off() {
        return new Topics(null, () -> {});
    }

    /**
     * As the settings have it.
     *
     * @throws BadSetting where it is turned on and cannot work on this system
     */
    static Topics of(ClassificationSettings settings) {
        double cutOff = settings.tier3CutOff();
        if (!settings.tier3Enabled()) {
            return off();
        }
        try {
            TopicDetector detector = TopicDetector.open(cutOff);
            return new Topics(new TopicStage(detector, settings.tier3Budget()), detector::close);
        } catch (BadModel bad) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_TIER3_ENABLED cannot work here: " + bad.getMessage());
        } catch (IOException noFile) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_TIER3_ENABLED needs 23 MB in the folder for temporary"
                            + " files (java.io.tmpdir); it could not be written");
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
