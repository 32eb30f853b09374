package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms, logs, JSON, capitals and lower case, each of which was missed once. All are invented. */
final class NamesAsPeopleWriteThemTest {

    private static final Budget AMPLE = new Budget(1 << 24, Long.MAX_VALUE);
    private static final NameDetector DETECTOR = NameDetector.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # reason                  | text                                                         | persons
                    number with an acronym    | Clara Hopper of Berlin has NINO AB123456C and lives here.    | Clara Hopper
                    alone in lower case       | john smith                                                   | john smith
                    alone in capitals         | JOHN SMITH                                                   | JOHN SMITH
                    surname first, capitals   | SMITH, JOHN                                                  | SMITH, JOHN
                    surname first, alone      | Smith, John                                                  | Smith, John
                    lower case in a request   | please call john smith about the order                       | john smith
                    lower case in chat        | i spoke with maria lopez yesterday                           | maria lopez
                    JSON, lower case          | {"name": "john smith", "age": 41}                            | john smith
                    JSON, nested              | {"customer":{"fullName":"anna kowalska"},"status":"OPEN"}    | anna kowalska
                    form with more lines      | Name: John Smith\\nStatus: Active                            | John Smith
                    form in lower case        | name: john smith                                             | john smith
                    log, key and value        | 2026-03-01 12:00:00 INFO user=John Smith action=login        | John Smith
                    log, in a sentence        | 2026-03-01 WARN Orders - payment failed for Maria Garcia     | Maria Garcia
                    form, surname first       | Patient: SMITH, JOHN\\nDOB: 1980-03-02                       | SMITH, JOHN
                    log, quoted lower case    | customer_name="jean dupont" plan=basic                       | jean dupont
                    ticket                    | Assigned to Priya Sharma. Reported by Wei Chen.              | Priya Sharma;Wei Chen
                    header of a mail          | From: Laura Bennett <laura@example.com>                      | Laura Bennett
                    CSV, lower case           | id,name,city\\n17,john smith,leeds                           | john smith
                    title in lower case       | please ask dr. henderson for the results                     | henderson
                    three of them             | Our teachers are Miller, Robinson and Keller, said the school. | Miller;Robinson;Keller
                    German genitive           | Das sagte Wulff, und Schröder stimmte zu.                    | Wulff;Schröder
                    German, no first name     | Tatsächlich hatte sich Röttmann darauf berufen.              | Röttmann
                    German, after a role      | Der Trainer lobte Zabrowski, der zwei Tore schoss.           | Zabrowski
                    French titles             | Mme Lefèvre habite à Paris.                                  | Lefèvre
                    """)
    void scan_person_isFound(String reason, String text, String persons) {
        assertThat(persons(text)).as(reason).containsExactly(persons.split(";"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # reason                | text
                    packages                | apt install libc6-dev and git push origin dev
                    Python                  | if x:\\n    pass\\nelif n in os.environ:\\n    return None
                    Java                    | return name.substring(0, last + 1);
                    head of a table         | article;quantity;price;batch;made;share
                    German compounds        | Die Fahrradwerkstatt liegt neben dem Gemüsehändler in der Altstadt.
                    German legal words      | Die Vertragsunterlagen und der Kontoauszug liegen bei der Sachbearbeiterin.
                    a form left empty       | Name: ____________\\nDepartment:
                    JSON of something else  | {"status": "Delivered", "product": "Garden Chair"}
                    a log of something else | 2026-03-01 12:00:00 DEBUG [worker-3] CacheLoader - Cache miss
                    """)
    void scan_noPerson_findsNone(String reason, String text) {
        assertThat(persons(text)).as(reason).isEmpty();
    }

    private static List<String> persons(String text) {
        String plain = text.replace("\\n", "\n");
        List<String> persons = new ArrayList<>();
        for (Finding f : DETECTOR.scan(plain, AMPLE).findings()) {
            if (f.type().equals(NameDetector.PERSON)) {
                persons.add(plain.substring(f.start(), f.end()));
            }
        }
        return persons;
    }
}
