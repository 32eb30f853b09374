package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import dev.avow.words.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static Price price(String provider, String model, LocalDate from, long input) {
        return new Price(provider, model, from, input, null, null, 0, "test");
    }

    private static Optional<Price> find(List<Price> own, String model) {
        return new PriceList(own, BuiltInPrices.list(), _ -> Optional.of("openai"))
                .find(
                        new Destination(
                                TenantId.DEFAULT, new UUID(0, 1), "up", "api.openai.com", model),
                        DAY.toEpochDay());
    }

    private static long input(List<Price> own, String model) {
        return find(own, model).orElseThrow().inputMicros();
    }

    @Test
    void find_amongSeveral_takesTheBest() {
        assertThat(input(List.of(), "gpt-5")).as("built in, by host").isEqualTo(1_250_000);
        assertThat(input(List.of(price("openai", "*", DAY, 1)), "gpt-5"))
                .as("the tenant's own, by kind")
                .isEqualTo(1);
        assertThat(
                        input(
                                List.of(price("openai", "gpt-5", DAY, 1), price("up", "*", DAY, 2)),
                                "gpt-5"))
                .as("by name before by kind")
                .isEqualTo(2);
        assertThat(
                        input(
                                List.of(price("up", "gpt-5*", DAY, 1), price("up", "gpt*", DAY, 2)),
                                "gpt-5-mini"))
                .as("the longer beginning")
                .isEqualTo(1);
        assertThat(
                        input(
                                List.of(
                                        price("up", "gpt-5", DAY.minusDays(2), 1),
                                        price("up", "gpt-5", DAY.minusDays(1), 2),
                                        price("up", "gpt-5", DAY.plusDays(1), 3)),
                                "gpt-5"))
                .as("the latest in force")
                .isEqualTo(2);
    }

    @Test
    void find_whatNobodyPriced_isEmptyAndNotZero() {
        assertThat(find(List.of(), "gpt-5-unheard-of")).isEmpty();
        assertThat(find(List.of(price("up", "gpt-9", DAY.plusDays(1), 1)), "gpt-9")).isEmpty();
    }

    @Test
    void picos_ofMillionthsOfACent_areExact() {
        Price price = new Price("p", "m", DAY, 75_001, 7_500L, null, 600_000, "test");

        long picos = price.picos(new Usage(1L, 2, 3, 1L));

        assertThat(picos).isEqualTo(75_001 + 2 * 7_500 + 3 * 75_001 + 600_000);
        assertThat(new Charge(picos, 7).cost()).isEqualTo(new BigDecimal("0.000000915004"));
    }

    @Test
    void picos_ofMoreThanThereIs_doNotOverflow() {
        Price price = new Price("p", "m", DAY, 10_000_000_000L, null, null, 10_000_000_000L, "t");

        assertThat(price.picos(new Usage(1_000_000_000_000L, 0, 0, 1_000_000_000_000L)))
                .isPositive();
    }

    @Test
    void builtIn_all_sayTheirDayAndSource() {
        assertThat(PriceStore.builtIn())
                .allSatisfy(each -> assertThat(each.source()).isNotBlank())
                .extracting(each -> each.provider() + " " + each.model())
                .doesNotHaveDuplicates();
    }
}
