package dev.avow.presidio;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data for callers who speak Presidio: Avow's detector, and their own recognizers.
 *
 * <p>Avow's recognizers know no language; they look at a text of any. A text that was not looked at
 * to its end is never answered as if it were clean. Immutable, safe for any thread; it computes.
 */
final class Analyzer {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Detector detector;
    private final List<String> findingTypes;
    private final PresidioLimits limits;

    /**
     * For one tenant.
     *
     * @param findingTypes the ids of all that the detector can find
     */
    Analyzer(Detector detector, Set<String> findingTypes, PresidioLimits limits) {
        this.detector = detector;
        this.findingTypes = List.copyOf(new TreeSet<>(findingTypes));
        this.limits = limits;
    }

    /**
     * One result, as it is answered.
     *
     * @param start in code points, inclusive
     * @param end in code points, exclusive
     */
    record Answer(
            @Nullable Explanation analysisExplanation,
            int end,
            String entityType,
            double score,
            int start) {}

    /** The results for each text, highest score first. */
    List<List<Answer>> analyze(AnalyzeRequest request) {
        List<AdHocRecognizer> adHoc =
                request.adHocRecognizers().stream()
                        .filter(each -> each.language().equals(request.language()))
                        .filter(each -> wants(request, each.entity()))
                        .toList();
        boolean ours = LANGUAGES.contains(request.language()) && wantsOurs(request);
        if (!ours && adHoc.isEmpty()) {
            throw new PresidioError(
                    500, "No matching recognizers were found to serve the request.");
        }
        Deadline deadline = new Deadline(limits.budget().toNanos());
        List<List<Answer>> answers = new ArrayList<>();
        int left = limits.maxResults();
        for (String text : request.texts()) {
            Results results = new Results(left);
            if (ours) {
                scan(text, request, deadline, results);
            }
            for (AdHocRecognizer each : adHoc) {
                results.addAll(each.find(text, request.context(), deadline, results));
            }
            answers.add(answers(text, request, deadline, results.found()));
            left -= results.found().size();
        }
        return answers;
    }

    private static List<Answer> answers(
            String text, AnalyzeRequest request, Deadline deadline, List<Result> found) {
        CodePoints points = CodePoints.of(text);
        Double threshold = request.scoreThreshold();
        List<Result> high =
                found.stream()
                        .filter(each -> threshold == null || each.score() >= threshold)
                        .toList();
        List<Answer> answers = new ArrayList<>();
        for (Result each : Result.withoutDuplicates(high)) {
            if (!request.allowList().allows(text, each, deadline)) {
                answers.add(
                        new Answer(
                                request.returnDecisionProcess() ? each.explanation() : null,
                                points.fromUnits(each.end()),
                                each.entityType(),
                                each.score(),
                                points.fromUnits(each.start())));
            }
        }
        return answers;
    }

    private void scan(String text, AnalyzeRequest request, Deadline deadline, Results results) {
        deadline.check();
        Scan scan =
                detector.scan(text, new Budget(Integer.MAX_VALUE, Math.max(1, deadline.left())));
        if (scan.coverage() instanceof Coverage.Partial) {
            throw Deadline.incomplete();
        }
        for (Finding finding : scan.findings()) {
            String entity = EntityNames.presidio(finding.type().id());
            if (wants(request, entity)) {
                Explanation why =
                        Explanation.ofAvow(
                                EntityNames.recognizer(finding.type().id()),
                                finding.confidence(),
                                finding.reason() == Finding.Reason.CHECKSUM);
                results.add(
                        new Result(
                                entity, finding.start(), finding.end(), finding.confidence(), why));
            }
        }
    }

    private static boolean wants(AnalyzeRequest request, String entity) {
        return request.entities().isEmpty() || request.entities().contains(entity);
    }

    private boolean wantsOurs(AnalyzeRequest request) {
        return request.entities().isEmpty()
                || findingTypes.stream()
                        .anyMatch(type -> wants(request, EntityNames.presidio(type)));
    }

    /** The names of what finds; none for what is no language. */
    List<String> recognizers(@Nullable String language) {
        checkLanguage(language);
        return findingTypes.stream().map(EntityNames::recognizer).distinct().toList();
    }

    /** The entities that can be found. */
    List<String> supportedEntities(@Nullable String language) {
        checkLanguage(language);
        return findingTypes.stream().map(EntityNames::presidio).distinct().toList();
    }

    private static void checkLanguage(@Nullable String language) {
        if (language != null && !language.isEmpty() && !LANGUAGES.contains(language)) {
            throw new PresidioError(
                    500, "No matching recognizers were found to serve the request.");
        }
    }
}
