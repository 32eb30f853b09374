package dev.avow.detector.js;

import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import java.util.Arrays;
import java.util.List;
import org.teavm.jso.JSExport;

/**
 * What the compiled module exports. Nobody but {@code web/detector/index.js} calls it; that checks
 * what people pass.
 */
public final class DetectorModule {

    private DetectorModule() {}

    /** The compiler starts from here; a module does nothing until it is called. */
    public static void main(String[] args) {}

    /**
     * The types that the recognizers here report.
     *
     * @return each as {@code id:tier}, in the recognizers' order, none twice
     */
    @JSExport
    public static String[] types() {
        return Bundle.all().stream()
                .map(each -> each.type().id() + ":" + each.type().tier())
                .distinct()
                .toArray(String[]::new);
    }

    /**
     * Makes a detector.
     *
     * @param tiers the tiers to look for
     * @param types ids of types; empty for every type
     */
    @JSExport
    public static CompiledDetector detector(int[] tiers, String[] types) {
        List<Recognizer> recognizers =
                Bundle.of(Arrays.stream(tiers).boxed().toList(), List.of(types));
        return new CompiledDetector(Detectors.of(recognizers));
    }
}
