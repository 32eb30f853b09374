package dev.avow.detector.identifiers;

import static dev.avow.detector.identifiers.EuVatRule.named;
import static dev.avow.detector.identifiers.EuVatRule.strong;
import static dev.avow.detector.identifiers.EuVatRule.weak;

import dev.avow.detector.validators.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How the member states write VAT numbers, by their prefix. Source: VIES, "Structure of VAT
 * numbers"; Council Directive 2006/112/EC, article 215 (Greece uses EL). The checks are in {@link
 * EuVatChecks} or in the recognizer of the number that a country uses for VAT too.
 */
final class EuVatRules {

    private static final Map<String, List<EuVatRule>> RULES =
            Map.ofEntries(
                    of("AT", strong("AA-A-99999999", EuVatChecks::austria)),
                    of("BE", strong("AA-9999-999-999", digits(EuVatChecks::belgium))),
                    of(
                            "BG",
                            weak("AA-999-999-999", digits(EuVatChecks::bulgaria)),
                            weak("AA-9999999999", digits(EuVatChecks::bulgarianPerson))),
                    of("CY", strong("AA-99999999-A", EuVatChecks::cyprus)),
                    of(
                            "CZ",
                            weak("AA-99999999", digits(EuVatChecks::czechia)),
                            weak("AA-999999999", digits(EuVatChecks::czechPerson)),
                            strong("AA-9999999999", digits(CzSkBirthNumberRecognizer::isValid))),
                    of("DE", weak("AA-999-999-999", digits(EuVatChecks::germany))),
                    of("DK", weak("AA-99-99-99-99", digits(EuVatChecks::denmark))),
                    of("EE", weak("AA-999-999-999", digits(EuVatChecks::estonia))),
                    of("EL", weak("AA-999-999-999", digits(GrAfmRecognizer::isValid))),
                    of("ES", strong("AA-X-9999999-X", EuVatChecks::spain)),
                    of("FI", weak("AA-9999999-9", digits(EuVatChecks::finland))),
                    of("FR", strong("AA-XX-999-999-999", EuVatChecks::france)),
                    of("HR", weak("AA-99999999999", digits(HrOibRecognizer::isValid))),
                    of("HU", weak("AA-99999999", digits(EuVatChecks::hungary))),
                    of(
                            "IE",
                            strong("AA-9999999-A", EuVatChecks::ireland),
                            strong("AA-9999999-AA", EuVatChecks::ireland),
                            strong("AA-9A99999-A", EuVatChecks::ireland)),
                    of("IT", weak("AA-99999999999", digits(ItPartitaIvaRecognizer::isValid))),
                    of(
                            "LT",
                            weak("AA-999999999", digits(EuVatChecks::lithuania)),
                            weak("AA-999999999999", digits(EuVatChecks::lithuania))),
                    of("LU", strong("AA-999-999-99", digits(EuVatChecks::luxembourg))),
                    of("LV", weak("AA-9999-9999-999", digits(EuVatChecks::latvia))),
                    of("MT", strong("AA-9999-9999", digits(EuVatChecks::malta))),
                    of("NL", strong("AA-9999-99-999-A-99", EuVatChecks::netherlands)),
                    of("PL", weak("AA-999-999-99-99", digits(PlNipRecognizer::isValid))),
                    of("PT", weak("AA-999-999-999", digits(PtNifRecognizer::isValid))),
                    of(
                            "RO",
                            named("AA-9999", digits(EuVatChecks::romania)),
                            named("AA-99999", digits(EuVatChecks::romania)),
                            named("AA-999999", digits(EuVatChecks::romania)),
                            named("AA-9999999", digits(EuVatChecks::romania)),
                            weak("AA-99999999", digits(EuVatChecks::romania)),
                            weak("AA-999999999", digits(EuVatChecks::romania)),
                            weak("AA-9999999999", digits(EuVatChecks::romania))),
                    of("SE", strong("AA-999999-9999-99", digits(EuVatChecks::sweden))),
                    of("SI", weak("AA-9999-9999", digits(EuVatChecks::slovenia))),
                    of("SK", weak("AA-999-999-9999", digits(EuVatChecks::slovakia))));

    private EuVatRules() {}

    /** By the places of both letters in the alphabet. */
    private static final List<List<EuVatRule>> TABLE = table();

    private static List<List<EuVatRule>> table() {
        List<List<EuVatRule>> table = new ArrayList<>(Collections.nCopies(32 * 32, List.of()));
        RULES.forEach(
                (prefix, rules) -> table.set(index(prefix.charAt(0), prefix.charAt(1)), rules));
        return table;
    }

    private static int index(char first, char second) {
        return (first & 31) << 5 | (second & 31);
    }

    /** The rules of two of the 26 letters, in either case; empty where no member state has them. */
    static List<EuVatRule> of(char first, char second) {
        return TABLE.get(index(first, second));
    }

    private static Map.Entry<String, List<EuVatRule>> of(String prefix, EuVatRule... rules) {
        return Map.entry(prefix, List.of(rules));
    }

    /** A check over the digits after the prefix. */
    private static Predicate<Code> digits(Predicate<int[]> check) {
        return code -> check.test(EuCodes.digits(code, 2, code.value().length()));
    }
}
