package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ArticleRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("GDPR", "Art. 6(1)(f) GDPR", "legal_reference:Art. 6(1)(f) GDPR"),
                arguments(
                        "German",
                        "Art. 6 Abs. 1 lit. f DSGVO",
                        "legal_reference:Art. 6 Abs. 1 lit. f DSGVO"),
                arguments(
                        "written out",
                        "Article 17 of the GDPR",
                        "legal_reference:Article 17 of the GDPR"),
                arguments(
                        "French code",
                        "article L. 1234-5 du Code du travail",
                        "legal_reference:article L. 1234-5 du Code du travail"),
                arguments(
                        "French civil code",
                        "Selon l'article 1240 du code civil",
                        "legal_reference:article 1240 du code civil"),
                arguments(
                        "French abbreviation",
                        "art. 1240 C. civ",
                        "legal_reference:art. 1240 C. civ"),
                arguments(
                        "English",
                        "s. 8 of the Data Protection Act 2018",
                        "legal_reference:s. 8 of the Data Protection Act 2018"),
                arguments(
                        "American",
                        "section 230 of the Communications Decency Act",
                        "legal_reference:section 230 of the Communications Decency Act"),
                arguments(
                        "Spanish",
                        "artículo 18 de la Constitución",
                        "legal_reference:artículo 18 de la Constitución"),
                arguments(
                        "regulation with its number",
                        "Article 5 of Regulation (EU) 2016/679 says",
                        "legal_reference:Article 5 of Regulation (EU) 2016/679"),
                arguments(
                        "directive with its number",
                        "Article 7 of Directive 95/46/EC",
                        "legal_reference:Article 7 of Directive 95/46/EC"),
                arguments(
                        "French law with a small letter",
                        "Selon l'article 3 de la loi",
                        "legal_reference:article 3 de la loi"),
                arguments(
                        "Convention",
                        "Article 8 of the European Convention",
                        "legal_reference:Article 8 of the European Convention"),
                arguments(
                        "in two words",
                        "nach Art. 5 Abs. 1 lit. a DSGVO und",
                        "legal_reference:Art. 5 Abs. 1 lit. a DSGVO"),
                arguments(
                        "code of public health",
                        "article R. 4127-1 du Code de la santé",
                        "legal_reference:article R. 4127-1 du Code de la santé"),
                arguments("a code of conduct", "Section 4 of the Rust Code of Conduct", ""),
                arguments("a program", "see section 3 of the code", ""),
                arguments("two sections", "Section 3 OR section 4", ""),
                arguments("a policy", "article 2 CSP", ""),
                arguments(
                        "Basic Law", "Artikel 5 Abs. 1 GG", "legal_reference:Artikel 5 Abs. 1 GG"),
                arguments("with a dash within", "Art. 6 DS-GVO", "legal_reference:Art. 6 DS-GVO"),
                arguments(
                        "a law by its abbreviation", "Art. 12 EPG", "legal_reference:Art. 12 EPG"),
                arguments("of a newspaper", "article 5 of the series", ""),
                arguments("of a contract", "Section 5 of this agreement", ""),
                arguments("a possessive", "the driver's 8 of hearts", ""),
                arguments("of a document", "section 3 of README", ""),
                arguments("in the US", "section 8 of the US market", ""));
    }
}
