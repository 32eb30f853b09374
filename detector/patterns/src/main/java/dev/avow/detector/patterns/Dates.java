package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Parts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Dates with a year in the forms of Europe, the United States and ISO 8601, with months as numbers
 * or as names in the languages of Europe that are written in Latin letters.
 */
final class Dates {

    private static final int LONGEST = 32;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2035;
    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "e", "re", "o", "a");
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        months(
                "january february march april may june july august september october november"
                        + " december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        months(
                "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
                        + " decembre");
        months("janv fevr mar avr mai juin juil aou sept octo nove dece");
        months(
                "januar februar marz april mai juni juli august september oktober november"
                        + " dezember");
        months("janner feber maerz apr mai jun jul aug sept okt nov dez");
        months(
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
                        + " diciembre");
        months("ene feb mar abr may jun jul ago set oct nov dic");
        months(
                "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
                        + " novembre dicembre");
        months("gen feb mrt apr mag giu lug ago set ott nov dic");
        months(
                "januari februari maart april mei juni juli augustus september oktober november"
                        + " december");
        months(
                "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro"
                        + " dezembro");
        months("jan fev mar abr mai jun jul ago set out nov dez");
        months("januari februari mars april maj juni juli augusti september oktober november");
        months("januar februar marts april maj juni juli august september oktober november");
        months("jan feb mars apr maj jun jul aug sep okt nov des");
        months(
                "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta"
                        + " elokuuta syyskuuta lokakuuta marraskuuta joulukuuta");
        months(
                "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika"
                        + " listopada grudnia");
        months(
                "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu"
                        + " prosince");
        months("januara februara marca aprila maja juna jula augusta septembra oktobra novembra");
        months(
                "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
                        + " noiembrie decembrie");
        months(
                "januar februar marcius aprilis majus junius julius augusztus szeptember oktober"
                        + " november december");
        months("ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik");
    }

    private Dates() {}

    private static void months(String names) {
        int month = 1;
        for (String name : Parts.of(names, " ")) {
            MONTHS.put(name, month++);
        }
    }

    /** Where the date ends that begins at a place; -1 where none does. */
    static int read(Text text, int place) {
        Cursor cursor = new Cursor(text, place, LONGEST);
        boolean found = Chars.isDigit(cursor.peek()) ? fromNumber(cursor) : fromName(cursor);
        if (!found) {
            return -1;
        }
        char after = cursor.peek();
        boolean goesOn = Chars.isDigit(after) || (Chars.isLatin(after) && after != 'T');
        return goesOn ? -1 : cursor.end();
    }

    private static boolean fromNumber(Cursor cursor) {
        int from = cursor.place();
        int first = cursor.number();
        int size = cursor.end() - from;
        if (first < 0 || size == 3 || size > 4) {
            return size == 8 && isDay(first / 10_000, first / 100 % 100, first % 100);
        }
        int at = cursor.place();
        char separator = cursor.peek();
        if (isSeparator(separator)) {
            cursor.next();
            boolean blank = cursor.blanks(1) > 0 && separator == '.';
            if (Chars.isDigit(cursor.peek())) {
                return numbers(cursor, first, size, separator, blank);
            }
            if (size == 4) {
                return false;
            }
            cursor.back(at);
        }
        return size <= 2 && named(cursor, first);
    }

    private static boolean numbers(
            Cursor cursor, int first, int size, char separator, boolean blank) {
        int second = cursor.number();
        if (!cursor.eat(separator)) {
            return false;
        }
        if (blank) {
            cursor.blanks(1);
        }
        int from = cursor.place();
        int third = cursor.number();
        int last = cursor.end() - from;
        if (size == 4) {
            return last <= 2 && isDay(first, second, third);
        }
        int year = last == 4 ? third : last == 2 ? 1900 + third : -1;
        return isDay(year, second, first) || isDay(year, first, second);
    }

    /** The rest of {@code 12th of March, 1980} or {@code 12. März 1980} after the day. */
    private static boolean named(Cursor cursor, int day) {
        int at = cursor.place();
        String ordinal = cursor.word(3);
        if (!ORDINALS.contains(ordinal)) {
            cursor.back(at);
        }
        cursor.eat('\u00b0');
        cursor.eat('.');
        parts(cursor);
        joint(cursor);
        int month = month(cursor);
        cursor.eat('.');
        cursor.eat(',');
        parts(cursor);
        joint(cursor);
        return month > 0 && isDay(year(cursor), month, day);
    }

    private static boolean fromName(Cursor cursor) {
        int month = month(cursor);
        if (month == 0) {
            return false;
        }
        cursor.eat('.');
        parts(cursor);
        int day = cursor.number();
        cursor.word(2);
        cursor.eat(',');
        parts(cursor);
        return day > 0 && isDay(year(cursor), month, day);
    }

    private static void parts(Cursor cursor) {
        for (int i = 0;
                i < 2 && (cursor.peek() == ' ' || cursor.peek() == '-' || cursor.peek() == '/');
                i++) {
            cursor.next();
        }
    }

    /** Of, de, del. */
    private static void joint(Cursor cursor) {
        int at = cursor.place();
        String word = cursor.word(4);
        if (word.equals("of") || word.equals("de") || word.equals("del")) {
            cursor.blanks(1);
        } else {
            cursor.back(at);
        }
    }

    private static int month(Cursor cursor) {
        return MONTHS.getOrDefault(cursor.word(12), 0);
    }

    private static int year(Cursor cursor) {
        cursor.eat('\'');
        int from = cursor.place();
        int year = cursor.number();
        int size = cursor.end() - from;
        return size == 4 ? year : size == 2 && year >= 0 ? 1900 + year : -1;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.' || c == ' ';
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && Checksums.isDate(year, month, day);
    }
}
