package dev.avow.app;

import dev.avow.engines.onnx.BadModel;
import dev.avow.engines.onnx.OnnxNames;
import dev.avow.engines.presidio.PresidioOptions;
import dev.avow.settings.AnalyzerSettings;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Loopback;
import dev.avow.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and checks the settings of other engines for names. What cannot work stops the start. */
final class EngineSettings {

    private static final String MODEL = "AVOW_CLASSIFICATION_NAMES_MODEL";
    private static final String LABELS = "AVOW_CLASSIFICATION_NAMES_LABELS";
    private static final String URL = "AVOW_CLASSIFICATION_PRESIDIO_URL";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,4096}");

    private EngineSettings() {}

    /** That they agree with each other. */
    static void check(Settings settings) {
        boolean model = settings.classification().namesModel().isPresent();
        boolean presidio = settings.analyzer().url().isPresent();
        if (model && presidio) {
            throw new BadSetting(
                    MODEL + " and " + URL + " are both set; names have one engine: remove one");
        }
        if ((model || presidio) && !settings.classification().tier2Enabled()) {
            throw new BadSetting(
                    (model ? MODEL : URL)
                            + " finds names, which are of tier 2; set"
                            + " AVOW_CLASSIFICATION_TIER2_ENABLED=true too, or remove it");
        }
        if (!model && !settings.classification().namesLabels().isEmpty()) {
            throw new BadSetting(
                    LABELS + " says what a model's labels mean; set " + MODEL + " or remove it");
        }
        if (!presidio && settings.analyzer().plaintextKey().isPresent()) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_PRESIDIO_KEY is a Presidio analyzer's; set "
                            + URL
                            + " or remove it");
        }
    }

    /** Loads the model. */
    static OnnxNames openModel(Settings settings) {
        Path folder = settings.classification().namesModel().orElseThrow();
        if (!Files.isDirectory(folder)) {
            throw new BadSetting(
                    MODEL
                            + " must be a folder with model.onnx, tokenizer.json and config.json;"
                            + " there is no folder "
                            + folder);
        }
        try {
            return OnnxNames.open(folder, meanings(settings.classification().namesLabels()));
        } catch (BadModel bad) {
            throw new BadSetting(MODEL + " (" + folder + ") cannot be used: " + bad.getMessage());
        }
    }

    private static Map<String, String> meanings(String setting) {
        Map<String, String> meanings = new HashMap<>();
        if (setting.isBlank()) {
            return meanings;
        }
        for (String each : setting.split(",", -1)) {
            int sign = each.indexOf('=');
            String label = sign < 0 ? "" : each.substring(0, sign).strip().toUpperCase(Locale.ROOT);
            String type = each.substring(sign + 1).strip();
            if (label.isEmpty() || !(type.isEmpty() || type.matches("[a-z][a-z0-9_]{1,39}"))) {
                throw new BadSetting(
                        LABELS
                                + " must be like PER=person,ORG=organization,MISC= parted by"
                                + " commas");
            }
            meanings.put(label, type);
        }
        return meanings;
    }

    /** Where the analyzer is and how it is asked. */
    static PresidioOptions presidio(AnalyzerSettings settings) {
        String key = settings.plaintextKey().orElse(null);
        String header = settings.keyHeader();
        if (!HEADER.matcher(header).matches()) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_PRESIDIO_KEY_HEADER must be the name of a header, such as"
                            + " X-Api-Key");
        }
        if (key != null && !KEY.matcher(key).matches()) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_PRESIDIO_KEY must be of letters, digits and signs, without"
                            + " blanks");
        }
        try {
            return new PresidioOptions(
                    base(settings),
                    key,
                    header,
                    languages(settings.language()),
                    settings.allEntities(),
                    settings.timeout(),
                    settings.maxConcurrent());
        } catch (IllegalArgumentException noUrl) {
            throw badUrl();
        }
    }

    private static URI base(AnalyzerSettings settings) {
        URI base = URI.create(settings.url().orElseThrow());
        boolean http = "http".equals(base.getScheme());
        if ((!http && !"https".equals(base.getScheme()))
                || base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw badUrl();
        }
        if (http && !Loopback.isNamedBy(base.getHost()) && !settings.allowsHttp()) {
            throw new BadSetting(
                    URL
                            + " would send texts with personal data in clear to another machine;"
                            + " use https, or allow it with"
                            + " AVOW_CLASSIFICATION_PRESIDIO_ALLOW_HTTP=true");
        }
        return base;
    }

    private static BadSetting badUrl() {
        return new BadSetting(
                URL
                        + " must be like https://presidio.example:5002 and hold no user, query or"
                        + " fragment; a key goes into AVOW_CLASSIFICATION_PRESIDIO_KEY");
    }

    private static List<String> languages(String setting) {
        List<String> languages =
                List.of(setting.split(",", -1)).stream().map(String::strip).distinct().toList();
        if (!languages.stream().allMatch(each -> LANGUAGE.matcher(each).matches())) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_PRESIDIO_LANGUAGE must be codes such as en or en,fr");
        }
        return languages;
    }
}
