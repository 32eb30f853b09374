package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** T7: which regions requests may go to. */
class RegionRuleTest {

    private static final List<Region> ANY = List.of();

    private static boolean allowed(
            List<Region> installation,
            @Nullable Region region,
            List<Region> tenant,
            List<Region> route) {
        return new RegionRule(Region.EU, installation).allows(region, tenant, route);
    }

    @Test
    void t7_allows_nobodySpoke_staysAtHomeWhereARegionIsKnown() {
        assertThat(allowed(ANY, null, ANY, ANY)).isTrue();
        assertThat(allowed(ANY, Region.EU, ANY, ANY)).isTrue();
        assertThat(allowed(ANY, Region.LOCAL, ANY, ANY)).isTrue();
        assertThat(allowed(ANY, Region.US, ANY, ANY)).isFalse();
    }

    @Test
    void t7_allows_anyListSet_refusesWhatIsNotInItAndTheUnknown() {
        List<Region> eu = List.of(Region.EU);
        assertThat(allowed(eu, null, ANY, ANY)).isFalse();
        assertThat(allowed(ANY, null, eu, ANY)).isFalse();
        assertThat(allowed(ANY, null, ANY, eu)).isFalse();
        assertThat(allowed(eu, Region.US, ANY, ANY)).isFalse();
        assertThat(allowed(ANY, Region.LOCAL, eu, ANY)).isFalse();
        assertThat(allowed(eu, Region.EU, eu, eu)).isTrue();
    }

    @Test
    void t7_allows_tenantOrOperatorSpoke_mayLeaveTheInstallationsRegion() {
        List<Region> us = List.of(Region.US);
        assertThat(allowed(ANY, Region.US, us, ANY)).isTrue();
        assertThat(allowed(us, Region.US, ANY, ANY)).isTrue();
        assertThat(allowed(ANY, Region.US, ANY, us)).as("a route narrows only").isFalse();
        assertThat(allowed(List.of(Region.EU), Region.US, us, ANY))
                .as("a tenant cannot widen what the operator allows")
                .isFalse();
    }
}
