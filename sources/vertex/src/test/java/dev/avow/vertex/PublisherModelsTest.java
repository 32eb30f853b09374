package dev.avow.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublisherModelsTest {

    private static final PublisherModels MODELS = new PublisherModels();

    @Test
    void paths_areBesideTheProjects() {
        for (String version : new String[] {"v1", "v1beta1"}) {
            assertThat(MODELS.paths("/gate/" + version + "/projects/p/locations/eu", ""))
                    .containsExactly(
                            "/gate/v1beta1/publishers/google/models?pageSize=300",
                            "/gate/v1beta1/publishers/anthropic/models?pageSize=300");
        }
        assertThat(MODELS.paths("/elsewhere", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,true",
        "gemini-embedding-001,true",
        "claude-sonnet-4-5,true",
        "text-embedding-005,true",
        "text-multilingual-embedding-002,true",
        "imagen-4.0-generate-001,false",
        "veo-3.0-generate-001,false",
        "textembedding-gecko,false",
    })
    void offers_whatARouteReaches(String model, boolean offered) {
        assertThat(MODELS.offers(model)).isEqualTo(offered);
    }
}
