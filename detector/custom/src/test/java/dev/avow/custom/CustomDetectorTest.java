package dev.avow.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomDetectorTest {

    private static final String STAFF =
            "[{'name':'staff_number','patterns':['\\\\bP-[0-9]{6}\\\\b'],"
                    + "'context':{'words':['personnel','Personalnummer','numéro de salarié']}}]";

    private static final String LISTS =
            """
            {'recognizers':[{'name':'project','words':['Blue Heron','Müller & Co']},
                            {'name':'ticket','patterns':['T-(?P<value>[0-9]+)']}],
             'lists':[
              {'name':'ours','kind':'allow','values':['info@avow.example','0800 123 456']},
              {'name':'numbers','kind':'allow','type':'ticket','match':'pattern','values':['9+']},
              {'name':'exactly','kind':'allow','match':'exact','values':['Ops@avow.example']},
              {'name':'people','kind':'deny','type':'person','values':['Ada Lovelace','Ro']},
              {'name':'code','kind':'deny','type':'code_name','match':'exact','values':['ORCA']}]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a word of several in any case, blanks as they come | about BLUE   heron now |"
                        + " [project:BLUE   heron]",
                "signs and letters with accents | at müller & co. | [project:müller & co]",
                "a part of a word is none | Blue Heronry, xBlue Heron | []",
                "in JSON within text | {\"p\":\"M\\u00fcller & Co\"} | [project:M\\u00fcller & Co]",
                "the group named value is reported | see T-123. | [ticket:123]",
                "an allowed value of any type in any case | INFO@avow.example x@avow.example |"
                        + " [email:x@avow.example]",
                "an allowed value in its own case only | Ops@avow.example ops@avow.example |"
                        + " [email:ops@avow.example]",
                "an allowed pattern must match the whole, and its type | T-99 T-991 |"
                        + " [ticket:991]",
                "denied words are of the type that the list says | hi ada lovelace |"
                        + " [person:ada lovelace]",
                "a denied word in a longer one is none | roman | []",
                "case counts where the list says so | ORCA orca | [code_name:ORCA]",
                "a denied word in an address leaves nothing open | ro@post.example |"
                        + " [person:ro, email:post.example]",
            })
    void scan_wordsAndLists_areFoundWhole(String why, String text, String found) {
        assertThat(Written.found(LISTS, text).toString()).isEqualTo(found);
    }

    @Test
    void scan_contextWord_raisesTheConfidence() {
        Finding alone = Written.only(STAFF, "it is P-123456 there");
        Finding german = Written.only(STAFF, "Ihre PERSONALNUMMER: P-123456");
        Finding french = Written.only(STAFF, "numero de salarie P-123456");

        assertThat(alone.confidence()).isEqualTo(0.6);
        assertThat(alone.reason()).isEqualTo(Finding.Reason.PATTERN);
        assertThat(alone.type().tier()).isEqualTo(2);
        assertThat(german.confidence()).isEqualTo(0.85);
        assertThat(german.reason()).isEqualTo(Finding.Reason.CONTEXT);
        assertThat(french.reason()).isEqualTo(Finding.Reason.CONTEXT);
    }

    @Test
    void scan_contextRequired_findsNothingWithoutIt() {
        String json =
                "[{'name':'ref','patterns':['[0-9]{5}'],"
                        + "'context':{'words':['dossier'],'required':true}}]";

        assertThat(Written.found(json, "12345")).isEmpty();
        assertThat(Written.found(json, "Dossier 12345")).containsExactly("ref:12345");
    }

    @Test
    void scan_checksum_decides() {
        String json =
                "[{'name':'member','patterns':['M[0-9]{8}'],'checksum':'luhn','confidence':0.8}]";

        assertThat(Written.found(json, "M12345674 M12345675")).containsExactly("member:M12345674");
        assertThat(Written.only(json, "M12345674").reason()).isEqualTo(Finding.Reason.CHECKSUM);
    }

    @Test
    void scan_overlaps_leaveNothingUncovered() {
        String longer = "[{'name':'line','patterns':['mail [^ ]+ end']}]";
        String shorter = "[{'name':'host','patterns':['post[.]example']}]";
        String same = "[{'name':'address_of_ours','patterns':['[a-z]+@post[.]example']}]";
        String card = "[{'name':'account','patterns':['Account: [0-9]{16}']}]";

        assertThat(Written.found(longer, "mail a@post.example end"))
                .containsExactly("line:mail a@post.example end");
        assertThat(Written.found(shorter, "a@post.example"))
                .containsExactly("email:a@post.example");
        assertThat(Written.found(same, "a@post.example"))
                .containsExactly("address_of_ours:a@post.example");
        assertThat(Written.found(card, "Account: 4111111111111111"))
                .containsExactly("account:Account", "payment_card:4111111111111111");
    }

    @Test
    void over_nothingEnabled_isTheBuiltInItself() {
        Definitions off = Written.file("[{'name':'a_b','words':['x'],'enabled':false}]");

        assertThat(Written.RULES.detector(Written.TIER_1, Definitions.none()))
                .isSameAs(Written.TIER_1);
        assertThat(Written.RULES.detector(Written.TIER_1, off)).isSameAs(Written.TIER_1);
    }

    @Test
    void scan_timeSpent_isPartialAndKeepsWhatWasFound() {
        AtomicLong now = new AtomicLong();
        Scan scan =
                CustomDetector.over(
                                Written.TIER_1,
                                Written.file(STAFF),
                                _ -> 2,
                                () -> now.getAndAdd(1_000_000))
                        .scan("a@post.example P-123456", new Budget(1_000, 1_500_000));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
        assertThat(scan.findings()).hasSize(1);
    }

    @Test
    void scan_tooMuchFound_isPartial() {
        Scan scan = Written.scan("[{'name':'any','patterns':['.']}]", "x".repeat(200_000));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.TOO_LONG));
    }

    @Test
    void scan_longerThanTheBudget_isPartial() {
        Scan scan = Written.detector(STAFF).scan("P-123456 P-123456", new Budget(8, 1_000_000_000));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.TOO_LONG));
        assertThat(scan.findings()).hasSize(1);
    }

    @Test
    void toString_anyOfThem_holdsNoContent() {
        Definitions all = Written.file(LISTS);

        assertThat(all + " " + all.recognizers() + all.lists() + Written.detector(LISTS))
                .doesNotContain("Heron", "Ada", "avow.example", "ORCA");
    }
}
