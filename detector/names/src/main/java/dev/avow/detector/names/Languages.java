package dev.avow.detector.names;

import java.util.Arrays;

/**
 * Names of languages, and of the peoples that speak them, in English: they look like names of
 * places and persons, above all in lists of translations, and are neither.
 *
 * <p>Source: the English names of ISO 639-1, and of some languages of ISO 639-3 that programs are
 * translated into. Left out is what is a common name of persons too, such as {@code Norman} and
 * {@code French}, but for the languages that most are translated into. Words of names of several
 * words count, such as those of {@code Brazilian Portuguese}.
 */
final class Languages {

    private static final int[] WORDS =
            Hash.sorted(
                    """
                    abkhaz abkhazian afar afrikaans akan albanian amharic arabic aragonese armenian
                    assamese asturian avaric avestan aymara azerbaijani azeri bambara bashkir basque
                    belarusian belarussian bengali bangla berber bhojpuri bihari bislama bokmal
                    bosnian brazilian breton british bulgarian burmese canadian cantonese castilian
                    catalan chamorro chechen cherokee chinese chuvash corsican croatian
                    cyrillic czech danish dari devanagari divehi dogri dutch dzongkha english
                    esperanto estonian ethiopian faroese farsi fijian filipino finnish flemish
                    french frisian friulian fulah gaelic galician georgian german greek
                    guarani gujarati haitian hausa hawaiian hebrew herero hindi hungarian icelandic
                    igbo indonesian interlingua interlingue inuktitut inupiaq irish italian japanese
                    javanese kabyle kannada kanuri karakalpak kashmiri kashubian kazakh khmer kikuyu
                    kinyarwanda kirundi komi kongo konkani korean kurdish kwanyama kyrgyz latin
                    latvian limburgish lingala lithuanian luxembourgish macedonian maithili malagasy
                    malay malayalam maltese manx maori marathi marshallese mongolian montenegrin
                    nauruan navajo ndebele ndonga nepali norwegian nynorsk occitan odia ojibwe oriya
                    oromo ossetian panjabi papiamento papiamentu pashto persian polish
                    portuguese provencal punjabi quechua romanian romansh rundi russian samoan
                    sanskrit sardinian scottish serbian serbo sicilian sidamo silesian
                    sindhi sinhala sinhalese slovak slovakian slovene slovenian somali sorani sorbian
                    sotho spanish sundanese swahili swedish tagalog tahitian tajik tamil tatar
                    telugu tetum thai tibetan tigrinya tongan tsonga tswana turkish turkmen twi
                    uighur ukrainian ukranian urdu uyghur uzbek valencian vietnamese volapuk walloon
                    welsh wolof xhosa yiddish yoruba zhuang zulu
                    """);

    private static final int AND = Hash.word("and");

    private Languages() {}

    /** Whether every word from one token to another, exclusive, is one; {@code and} may join. */
    static boolean are(Tokens t, int from, int until) {
        boolean any = false;
        for (int i = from; i < until; i++) {
            if (t.shape[i] != Tokens.SIGN && !(any && t.word[i] == AND)) {
                any = true;
                if (Arrays.binarySearch(WORDS, t.word[i]) < 0) {
                    return false;
                }
            }
        }
        return any;
    }
}
