package dev.avow.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Generated tests, each reported for itself. */
final class Cases {

    private final Map<String, Runnable> cases = new LinkedHashMap<>();

    /** One more, by a name of its own. */
    void add(String name, Runnable test) {
        if (cases.put(name, test) != null) {
            throw new IllegalArgumentException("two cases are named " + name);
        }
    }

    Stream<DynamicTest> oneByOne() {
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> each.getValue().run()));
    }

    /** For what waits most of its time, such as for a limit to pass: all begin now. */
    Stream<DynamicTest> atOnce() {
        Map<String, FutureTask<Void>> begun = new LinkedHashMap<>();
        cases.forEach((name, test) -> {
            FutureTask<Void> task = new FutureTask<>(test, null);
            begun.put(name, task);
            Thread.ofVirtual().start(task);
        });
        return begun.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> end(each.getValue())));
    }

    private static void end(FutureTask<Void> task) throws Throwable {
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }
}
