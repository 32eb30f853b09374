package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.api.ModelApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** RFC 9110, section 15.5.6: who uses a method that a path has not is told which it has. */
@ExtendWith(EndToEnd.class)
final class AllowTest {

    private static final List<String> METHODS = List.of("DELETE", "GET", "PATCH", "POST", "PUT");

    private final Installation avow;

    AllowTest(Installation avow) {
        this.avow = avow;
    }

    /** Those of the model routes, and those that the control plane describes. */
    @TestFactory
    Stream<DynamicTest> path_everyOtherMethod_isRefusedWithThoseThatItHas() {
        Map<String, Set<String>> methods = new TreeMap<>(ModelApi.methods());
        assertThat(methods).hasSizeGreaterThan(25);
        JsonNode described = Http.get(avow.url() + "/api/openapi.json", "").json();
        described
                .path("paths")
                .properties()
                .forEach(path -> {
                    Set<String> its = new TreeSet<>();
                    METHODS.stream()
                            .filter(each -> path.getValue().has(each.toLowerCase(Locale.ROOT)))
                            .forEach(its::add);
                    methods.put(path.getKey(), its);
                });
        assertThat(methods).hasSizeGreaterThan(90);
        return methods.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.getKey(), () -> refuses(each.getKey(), each.getValue())));
    }

    private void refuses(String path, Set<String> methods) {
        String plain = path.replaceAll("\\{[a-z_]+\\}", "00000000-0000-7000-8000-000000000000");
        for (String other : METHODS) {
            if (methods.contains(other)) {
                continue;
            }
            Http.Answer answer = Http.send(other, avow.url() + plain, avow.modelsKey(), "{}");
            assertThat(answer.status()).as("%s %s", other, path).isEqualTo(405);
            assertThat(Arrays.asList(answer.header("Allow").split(", ")))
                    .as("%s %s", other, path)
                    .filteredOn(each -> !each.equals("HEAD"))
                    .containsExactlyInAnyOrderElementsOf(methods);
        }
    }
}
