package dev.avow.engines.guards;

import dev.avow.detector.api.FindingType;
import java.util.List;
import java.util.Map;

/** The phrases that rules look for, in English, French, German and Spanish. */
final class Phrases {

    static final FindingType OVERRIDE = new FindingType("injection_override", 3);
    static final FindingType PERSONA = new FindingType("injection_persona", 3);
    static final FindingType REVEAL = new FindingType("injection_reveal", 3);

    /** Setting aside what was said before. */
    private static final List<PhraseRule> OVERRIDES =
            List.of(
                    PhraseRule.of(
                            "ignore disregard forget override bypass discard neglect",
                            "previous prior above earlier preceding all any your system original"
                                    + " initial everything foregoing",
                            "instructions instruction prompt prompts rules guidelines directives"
                                    + " directions policies restrictions programming constraints",
                            8,
                            0.8),
                    PhraseRule.of(
                            "ignore ignorez ignorer oublie oubliez oublier neglige negligez"
                                    + " contourne contournez outrepasse outrepassez",
                            "precedentes precedents precedente anterieures dessus toutes tous tes"
                                    + " vos systeme initiales",
                            "instructions instruction consignes regles directives restrictions"
                                    + " contraintes",
                            8,
                            0.8),
                    PhraseRule.of(
                            "ignoriere ignorieren ignoriert vergiss vergessen missachte missachten"
                                    + " umgehe umgehen uberschreibe",
                            "vorherigen vorherige bisherigen bisherige vorigen obigen alle allen"
                                    + " deine deinen ihre ursprunglichen fruheren",
                            "anweisungen anweisung regeln vorgaben instruktionen richtlinien"
                                    + " systemprompt prompt einschrankungen beschrankungen",
                            8,
                            0.8),
                    PhraseRule.of(
                            "ignora ignore ignorar olvida olvide olvidar omite descarta anula",
                            "anteriores previas previos todas todos tus sus sistema originales"
                                    + " iniciales",
                            "instrucciones indicaciones reglas directrices ordenes restricciones"
                                    + " prompt",
                            8,
                            0.8));

    /** Being somebody to whom no rule applies. */
    private static final List<PhraseRule> PERSONAS =
            List.of(
                    PhraseRule.of(
                            "act pretend become simulate roleplay are be respond answer behave",
                            "",
                            "dan jailbroken unfiltered unrestricted uncensored",
                            8,
                            0.7),
                    PhraseRule.of(
                            "act pretend roleplay respond answer behave are",
                            "no without any",
                            "restrictions filters limitations censorship safeguards",
                            12,
                            0.6),
                    PhraseRule.of(
                            "tu fais agis reponds comporte jouez joue",
                            "sans aucune aucun",
                            "restrictions restriction filtres filtre limites censure",
                            12,
                            0.6),
                    PhraseRule.of(
                            "du tu antworte verhalte spiele",
                            "ohne keine keinerlei",
                            "einschrankungen beschrankungen filter zensur",
                            12,
                            0.6),
                    PhraseRule.of(
                            "eres actua responde finge comportate",
                            "sin ninguna ningun",
                            "restricciones filtros limites censura",
                            12,
                            0.6));

    /** Asking for what the operator wrote. */
    private static final List<PhraseRule> REVEALS =
            List.of(
                    PhraseRule.of(
                            "reveal print show repeat output display leak tell give",
                            "system hidden initial secret",
                            "prompt instructions instruction message",
                            7,
                            0.6),
                    PhraseRule.of(
                            "revele affiche montre repete donne",
                            "systeme cachees secretes initiales",
                            "prompt instructions consignes invite",
                            7,
                            0.6),
                    PhraseRule.of(
                            "zeige zeig verrate wiederhole nenne gib",
                            "system geheimen versteckten ursprunglichen deinen",
                            "systemprompt prompt anweisungen systemanweisungen",
                            7,
                            0.6),
                    PhraseRule.of(
                            "revela muestra repite imprime dame",
                            "sistema ocultas secretas iniciales",
                            "prompt instrucciones mensaje",
                            7,
                            0.6));

    static final Map<FindingType, List<PhraseRule>> ALL =
            Map.of(OVERRIDE, OVERRIDES, PERSONA, PERSONAS, REVEAL, REVEALS);

    private Phrases() {}
}
