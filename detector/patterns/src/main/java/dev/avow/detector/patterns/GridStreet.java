package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * Addresses of cities whose streets are numbered, as in Colombia ({@code Calle 73 Bis # 6-7 Este},
 * Decreto 1421 of 1993 for Bogotá) and Argentina ({@code Av. 5 N° 110}).
 */
final class GridStreet {

    private static final int REACH = 48;
    private static final Set<String> QUARTERS =
            Set.of("bis", "este", "sur", "norte", "oeste", "a", "b", "c");

    private GridStreet() {}

    /**
     * Reads the numbers of a street and of a house.
     *
     * @param place after the street's word
     * @return where it ends; -1 where there is none
     */
    static int read(Text text, int place) {
        Cursor cursor = new Cursor(text, place, REACH);
        cursor.blanks(2);
        int street = cursor.number();
        if (street <= 0 || street > 300) {
            return -1;
        }
        cursor.word(1);
        cursor.eat('\u00aa');
        cursor.eat('\u00ba');
        cursor.blanks(1);
        quarter(cursor);
        return house(cursor);
    }

    /** The rest after the street, {@code # 6-7 Este}; -1 where there is none. */
    static int house(Text text, int place) {
        Cursor cursor = new Cursor(text, place, REACH);
        return house(cursor);
    }

    private static int house(Cursor cursor) {
        cursor.blanks(1);
        boolean hash = cursor.eat('#');
        if (!hash) {
            String sign = cursor.word(3);
            boolean number = sign.equals("n") || sign.equals("no") || sign.equals("nro");
            boolean marked = cursor.eat('\u00b0') || cursor.eat('\u00ba') || cursor.eat('.');
            if (!number || !marked) {
                return -1;
            }
        }
        cursor.blanks(1);
        if (cursor.number() < 0) {
            return -1;
        }
        int end = cursor.end();
        cursor.word(1);
        cursor.blanks(1);
        quarter(cursor);
        if (!cursor.eat('-')) {
            return hash ? -1 : end;
        }
        cursor.blanks(1);
        if (cursor.number() < 0) {
            return -1;
        }
        end = cursor.end();
        cursor.blanks(1);
        return quarter(cursor) ? cursor.end() : end;
    }

    private static boolean quarter(Cursor cursor) {
        int at = cursor.place();
        String word = cursor.word(6);
        if (QUARTERS.contains(word) && !Chars.isLatin(cursor.peek())) {
            return true;
        }
        cursor.back(at);
        return false;
    }
}
