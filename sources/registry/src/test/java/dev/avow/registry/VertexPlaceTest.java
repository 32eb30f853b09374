package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.words.FaultException;
import dev.avow.words.Region;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T7: a host that tells where it is cannot be said to be elsewhere. */
final class VertexPlaceTest {

    private static URI url(String host) {
        return URI.create("https://" + host + "/v1/projects/p/locations/l");
    }

    @ParameterizedTest
    @CsvSource({
        "europe-west1-aiplatform.googleapis.com,EU,Belgium",
        "europe-central2-aiplatform.googleapis.com,EU,Warsaw",
        "aiplatform.eu.rep.googleapis.com,EU,the Union's own endpoint",
        "us-central1-aiplatform.googleapis.com,US,Iowa",
        "europe-west2-aiplatform.googleapis.com,UK,London is not in the Union",
        "US-CENTRAL1-aiplatform.googleapis.com,US,names have no case",
        "us-central1-aiplatform.googleapis.com.,US,a dot at the end makes no other name",
        "australia-southeast1-aiplatform.googleapis.com,AU,Sydney",
    })
    void region_ofAHost_isTheOnlyOneThatCanBeSaid(String host, Region region, String why) {
        VertexPlace.check(url(host), region);
        for (Region other : Region.values()) {
            if (other != region) {
                assertThatExceptionOfType(FaultException.class)
                        .as(why)
                        .isThrownBy(() -> VertexPlace.check(url(host), other));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aiplatform.googleapis.com,the global one answers from anywhere",
        "europe-west6-aiplatform.googleapis.com,Zürich",
        "asia-northeast1-aiplatform.googleapis.com,Tokyo",
    })
    void host_inNoneOfTheRegions_cannotBeSaidToBeInOne(String host, String why) {
        assertThatExceptionOfType(FaultException.class)
                .as(why)
                .isThrownBy(() -> VertexPlace.check(url(host), Region.EU))
                .satisfies(thrown -> assertThat(thrown.fault().fieldOrNull()).isEqualTo("region"));
        VertexPlace.check(url(host), null);
    }

    @Test
    void host_ofAnybodyElse_isWhereItIsSaidToBe() {
        VertexPlace.check(URI.create("https://aiplatform.googleapis.com.example.org"), Region.EU);
    }
}
