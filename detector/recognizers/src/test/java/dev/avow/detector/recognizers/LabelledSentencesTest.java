package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B2: sentences in five languages with made-up values: each type is found, and nothing else. */
final class LabelledSentencesTest {

    private static final int SENTENCES = 20_000;
    private static final double LEAST_F1 = 0.97;

    /** Each is a sentence; what stands in braces is a value of that type. */
    private static final String[] TEMPLATES = {
        "Please write to {email} before Friday.",
        "Envoyez-le à {email}, merci !",
        "Meine Adresse lautet {email}.",
        "Mi correo es {email} y mi teléfono es {phone}.",
        "Scrivi a <{email}> oppure chiama {phone}.",
        "{\"email\":\"{email}\",\"n\":12}",
        "mailto:{email}?subject=hello",
        "You can reach Ann at {phone} until 5 pm.",
        "{phone}",
        "Ann Example\n12 High Street\n{phone}\n{email}",
        "Mon portable : {phone}, ou {phone} le soir.",
        "Sie erreichen uns unter {phone} (Mo-Fr 9-17 Uhr).",
        "El fontanero es {phone}, llámalo.",
        "Il numero dello studio: {phone}",
        "name;phone;city\nAnn;{phone};Paris",
        "My phone number is {named}.",
        "Call {named} and ask for Bob.",
        "Appelez-moi au {named} demain.",
        "Tel.: {named}",
        "Handy {named}, bitte nicht vor 8 Uhr",
        "Mi móvil es {named}, gracias.",
        "Il mio cellulare è {named}.",
        "{\"phoneNumber\": \"{named}\"}",
        "<a href=\"tel:{phone}\">ring us</a>",
        "Charge my card {card} exp 09/29.",
        "Ma carte bancaire est la {card}.",
        "Meine Kreditkarte: {card}, CVC 123",
        "La tarjeta {card} fue rechazada.",
        "{card}",
        "La carta è {card}, scade a maggio.",
        "Transfer it to {iban}.",
        "Virement sur {iban} svp",
        "Bitte auf {iban} überweisen",
        "Mi cuenta es {iban}; gracias",
        "IBAN: {iban}",
        "{iban}",
        "Son numéro de sécurité sociale est {nir}.",
        "NIR {nir} (assurée)",
        "{nir}",
        "Entreprise immatriculée sous le SIREN {siren}.",
        "SIREN : {siren}",
        "n° SIRET {siret} à Lyon",
        "Facturer au SIRET {siret}.",
        "On 2024-11-21 at 10:30 order 4711-0815 shipped for 1 234,50 €.",
        "Version 10.20.30 fixed bug 12345678 in 0.123 s.",
    };

    private record Label(String type, int start, int end) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void scan_labelledSentences_reachesTheF1ThatIsAsked_B2(long seed) {
        Map<String, int[]> counts = new TreeMap<>();
        Random random = new Random(seed);
        FictitiousValues values = new FictitiousValues(random);
        for (int i = 0; i < SENTENCES; i++) {
            List<Label> labels = new ArrayList<>();
            String text = text(TEMPLATES[random.nextInt(TEMPLATES.length)], values, labels);
            count(text, labels, counts);
        }
        counts.forEach((type, c) ->
                assertThat(2.0 * c[0] / (2.0 * c[0] + c[1] + c[2]))
                        .as(type + ": right, false, missed " + List.of(c[0], c[1], c[2]))
                        .isGreaterThanOrEqualTo(LEAST_F1));
    }

    private static void count(String text, List<Label> labels, Map<String, int[]> counts) {
        List<Label> missed = new ArrayList<>(labels);
        for (Finding finding : Found.TIER_1.scan(text, Found.AMPLE).findings()) {
            Label label = new Label(finding.type().toString(), finding.start(), finding.end());
            int[] count = counts.computeIfAbsent(label.type(), type -> new int[3]);
            count[missed.remove(label) ? 0 : 1]++;
        }
        for (Label label : missed) {
            counts.computeIfAbsent(label.type(), type -> new int[3])[2]++;
        }
    }

    /** Puts values into a template; whole values count, not parts of them. */
    private static String text(String template, FictitiousValues values, List<Label> labels) {
        Map<String, Supplier<String>> makers =
                Map.of(
                        "email", values::email,
                        "phone", values::phone,
                        "named", values::namedPhone,
                        "card", values::card,
                        "iban", values::iban,
                        "nir", values::nir,
                        "siren", values::siren,
                        "siret", values::siret);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int close = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
            Supplier<String> maker =
                    close < 0 ? null : makers.get(template.substring(at + 1, close));
            if (maker == null) {
                text.append(template.charAt(at++));
                continue;
            }
            String value = maker.get();
            String type = type(template.substring(at + 1, close));
            labels.add(new Label(type, text.length(), text.length() + value.length()));
            text.append(value);
            at = close + 1;
        }
        return text.toString();
    }

    private static String type(String name) {
        return switch (name) {
            case "named" -> "phone";
            case "card" -> "payment_card";
            case "nir", "siren", "siret" -> "fr_" + name;
            default -> name;
        };
    }
}
