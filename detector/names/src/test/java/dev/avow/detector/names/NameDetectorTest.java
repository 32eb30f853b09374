package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All persons here are invented. */
final class NameDetectorTest {

    private static final Budget AMPLE = new Budget(1 << 24, Long.MAX_VALUE);
    private static final NameDetector DETECTOR = NameDetector.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # reason                | text                                                   | persons
                    sentence                | My name is Laura Bennett and I live in Bristol.        | Laura Bennett
                    two in a sentence       | Daniel Fischer told Marta Kowalska about the delay.    | Daniel Fischer;Marta Kowalska
                    title stays outside     | Please ask Dr. Henderson for the results.              | Henderson
                    family name first       | Patient: Henderson, Claire                             | Henderson, Claire
                    form                    | Name: Oliver Grant\\nCity: Leeds                       | Oliver Grant
                    signature               | Kind regards,\\n\\nSophie Martin\\nAccount Manager     | Sophie Martin
                    chat                    | [14:02] Emma: are you there?                           | Emma
                    JSON                    | {"name": "Peter Lindqvist", "age": 41}                 | Peter Lindqvist
                    JSON with an escape     | {"name": "Jos\\u00e9 Navarro", "age": 41}              | Jos\\u00e9 Navarro
                    lower case              | my name is julia becker                                | julia becker
                    capitals                | PASSENGER NAME: JULIA BECKER                           | JULIA BECKER
                    hyphens                 | Mit freundlichen Grüßen\\nHans-Peter Schneider         | Hans-Peter Schneider
                    German                  | Sehr geehrte Frau Hoffmann, danke für Ihre Nachricht.  | Hoffmann
                    French                  | Je m'appelle Camille Dubois et j'habite à Lyon.        | Camille Dubois
                    Spanish                 | Me llamo Carmen Ortega y vivo en Sevilla.              | Carmen Ortega
                    Russian                 | Меня зовут Иван Петров.                                | Иван Петров
                    Greek                   | Ονομάζομαι Γιώργος Παπαδόπουλος.                       | Γιώργος Παπαδόπουλος
                    Arabic                  | الاسم: محمد العلي                                      | محمد العلي
                    Chinese with a cue      | 我叫王小明，住在北京。                                      | 王小明
                    Chinese with a title    | 张先生您好                                               | 张
                    Japanese                | 山田太郎さんからの電話                                      | 山田太郎
                    Korean                  | 제 이름은 김민준입니다.                                     | 김민준
                    """)
    void scan_person_isFound(String reason, String text, String persons) {
        String plain = text.replace("\\n", "\n");
        assertThat(persons(plain)).as(reason).containsExactly(persons.split(";"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # reason                | text
                    prose                   | Please open the settings and choose Privacy. It takes a minute.
                    months and days         | The office is closed on Monday and Tuesday in May and in August.
                    headings                | Getting Started with Docker and Kubernetes
                    words that are names    | Will you mark the date? I may grant you access.
                    source code             | public final class Tokens extends Object implements Serializable {
                    a log                   | 2026-03-01 12:00:00 INFO [main] HttpServer - Server started on port 8080
                    German nouns            | Der Hund spielt im Garten und die Katze liegt auf dem Sofa.
                    French                  | Comment puis-je changer mon mot de passe ?
                    Chinese                 | 请打开设置并选择隐私。
                    a handle                | Ask @build-bot about it
                    """)
    void scan_noPerson_findsNone(String reason, String text) {
        assertThat(persons(text)).as(reason).isEmpty();
    }

    @Test
    void scan_organizationAndPlace_areFound() {
        Scan scan = DETECTOR.scan("She works for Deutsche Bank in Frankfurt, Germany.", AMPLE);
        assertThat(scan.findings())
                .extracting(Finding::type)
                .contains(NameDetector.ORGANIZATION, NameDetector.LOCATION);
    }

    @Test
    void scan_empty_isClean() {
        assertThat(DETECTOR.scan("", AMPLE)).isSameAs(Scan.clean());
    }

    @Test
    void scan_tooLong_isPartial() {
        Scan scan = DETECTOR.scan("a text of some length", new Budget(5, Long.MAX_VALUE));
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.TOO_LONG));
    }

    @Test
    void scan_outOfTime_isPartial() throws Exception {
        long[] now = {0};
        try (var in = NameDetector.class.getResourceAsStream("names.model")) {
            assertThat(in).isNotNull();
            NameDetector slow = new NameDetector(NameModel.read(in), () -> now[0]++);
            Scan scan = slow.scan("word ".repeat(20_000), new Budget(1 << 20, 3));
            assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
        }
    }

    @Test
    void scan_randomText_staysInBoundsWithoutOverlap() {
        Random random = new Random(1);
        String parts = "Anna Müller,van der.'-@ \n\\u00e9\\n王先生김민준さん\"{}:\uD83D\uDE00\uD83D\u0301";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(80); n > 0; n--) {
                int at = random.nextInt(parts.length());
                text.append(parts, at, Math.min(parts.length(), at + random.nextInt(8)));
                if (random.nextInt(9) == 0) {
                    text.append((char) random.nextInt(1 << 16));
                }
            }
            int end = 0;
            for (Finding f : DETECTOR.scan(text, AMPLE).findings()) {
                assertThat(f.start()).isGreaterThanOrEqualTo(end);
                assertThat(f.end()).isLessThanOrEqualTo(text.length());
                end = f.end();
            }
        }
    }

    @Test
    void scan_illFormedUtf16_doesNotThrow() {
        assertThat(DETECTOR.scan("\uDC00 Laura \uD800 Bennett \uD800", AMPLE).coverage())
                .isEqualTo(Coverage.COMPLETE);
    }

    @Test
    void scan_twiceTheText_takesNotMuchMoreThanTwiceTheTime() {
        for (String unit :
                List.of("Anna Maria ", "a", "A.", "王", "\n", "김민", "Name: Anna-Maria\n")) {
            String once = unit.repeat(50_000 / unit.length());
            String eight = once.repeat(8);
            long small = fastest(once);
            long large = fastest(eight);
            assertThat(large).as(unit).isLessThan(8 * 4 * small + 20_000_000);
        }
    }

    private static long fastest(String text) {
        // Processor time: on a busy machine a short run fits a slice of time and a long one waits.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            assertThat(DETECTOR.scan(text, AMPLE).coverage()).isEqualTo(Coverage.COMPLETE);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
        }
        return best;
    }

    private static List<String> persons(String text) {
        List<String> persons = new ArrayList<>();
        for (Finding f : DETECTOR.scan(text, AMPLE).findings()) {
            if (f.type().equals(NameDetector.PERSON)) {
                persons.add(text.substring(f.start(), f.end()));
            }
        }
        return persons;
    }
}
