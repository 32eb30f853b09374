package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MoneyRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("crowns", "that is 17507 kr in all", "money:17507 kr"),
                arguments("zloty", "kosztuje 10.542,72 zł", "money:10.542,72 zł"),
                arguments("a name with a dollar", "see msgReader$1208 there", ""),
                arguments("the name of a script", "usage: \"$0\" FILE", ""),
                arguments("a licence", "PHP-3.01", ""),
                arguments("euros before", "It costs €1.250,00 in total", "money:€1.250,00"),
                arguments("euros after", "Total: 1 250,00 € TTC", "money:1 250,00 €"),
                arguments("dollars", "a $1,234.56 invoice", "money:$1,234.56"),
                arguments("small with decimals", "$4.99!", "money:$4.99"),
                arguments("end of a sentence", "I paid $250.", "money:$250"),
                arguments("US dollars", "US$ 300 each", "money:US$ 300"),
                arguments("pounds", "£12k a year", "money:£12k"),
                arguments("millions", "$2.5 million in funding", "money:$2.5 million"),
                arguments("short millions", "raised €3M last year", "money:€3M"),
                arguments("code before", "EUR 1,000", "money:EUR 1,000"),
                arguments("code after", "1'250.50 CHF", "money:1'250.50 CHF"),
                arguments("code in lower case", "300 eur", "money:300 eur"),
                arguments(
                        "in words",
                        "pay 300 euros and 50 cents",
                        "money:300 euros | money:50 cents"),
                arguments("French millions", "3 millions d'euros", "money:3 millions d'euros"),
                arguments("German millions", "2,5 Mio. Euro", "money:2,5 Mio. Euro"),
                arguments("Spanish", "1.500 dólares", "money:1.500 dólares"),
                arguments("thousands with k", "30k USD", "money:30k USD"),
                arguments("Indian", "₹12,34,567", "money:₹12,34,567"),
                arguments("yen", "¥5000", "money:¥5000"),
                arguments("one digit that is paid", "it costs $5 only", "money:$5"),
                arguments("rupees, not blood", "500 INR but INR 2.5", "money:500 INR"),
                arguments("no-break space", "12 500 €", "money:12 500 €"),
                arguments("pounds of weight", "he lost 20 pounds", ""),
                arguments("pounds that are paid", "he paid 20 pounds", "money:20 pounds"),
                arguments("a statement", "SELECT * FROM t WHERE a = $1 AND b = $2", ""),
                arguments("a longer statement", "VALUES ($8, $9, $10, $11)", ""),
                arguments("a script", "echo ${1} $0 $12abc \"$@\"", ""),
                arguments("a hash of a password", "$2b$12$abcdefghijklmnopqrstuv", ""),
                arguments("mathematics", "where $x$ and $5$ are", ""),
                arguments("a verb in capitals", "TRY 3 TIMES", ""),
                arguments("a variable", "eur_usd = 5", ""),
                arguments("a number alone", "1,234.56 items", ""),
                arguments("an amount within a word", "abc12 eur", ""));
    }
}
