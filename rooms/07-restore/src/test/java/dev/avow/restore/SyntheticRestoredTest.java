package dev.avow.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.mask.Masked;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B1: synthetic values have no brackets, and come back all the same. */
final class SyntheticRestoredTest {

    private static final String WRITTEN =
            "Pay 4111 1111 1111 1111 for ada@one.example and bob@two.example, +33 6 12 34 56 78.";

    private final Masked masked =
            Model.masked(WRITTEN, new MaskRules(MaskMode.SYNTHETIC, Map.of(), false));
    private final String left = masked.outbound().promptAsItLeaves().orElseThrow();

    @Test
    void feed_cutAtEveryBorder_comesBack() {
        assertThat(left).doesNotContain("4111", "ada@", "bob@", "12 34", "[");
        for (int cut = 0; cut <= left.length(); cut++) {
            TextRestorer restorer = new TextRestorer(masked.keepsake(), false);
            String shown =
                    restorer.feed(left.substring(0, cut)) + restorer.feed(left.substring(cut));
            assertThat(shown + restorer.finish()).isEqualTo(WRITTEN);
        }
    }

    @Test
    void feed_characterByCharacter_comesBack() {
        TextRestorer restorer = new TextRestorer(masked.keepsake(), false);
        StringBuilder shown = new StringBuilder();
        left.chars().forEach(c -> shown.append(restorer.feed(Character.toString(c))));
        assertThat(shown.append(restorer.finish())).hasToString(WRITTEN);
    }

    /** What stands for the caller's own value is nothing that the model brought. */
    @Test
    void facts_syntheticsInTheAnswer_areNoFindings() {
        AnswerWatch watch =
                new AnswerWatch(Model.DETECTOR, Model.BUDGET.toNanos(), masked.keepsake());
        watch.see("a", left + " And eve@model.example");
        assertThat(watch.finish().join())
                .singleElement()
                .satisfies(each -> assertThat(each.type()).isEqualTo("email"))
                .satisfies(each -> assertThat(each.count()).isEqualTo(1));
    }
}
