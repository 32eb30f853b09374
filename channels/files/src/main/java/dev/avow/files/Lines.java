package dev.avow.files;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.List;

/** Turns places in a text into lines and columns, in one walk. */
final class Lines {

    private Lines() {}

    /** The findings must be ordered by start. A line ends with LF, CR LF or CR. */
    static List<Place> of(String text, List<Finding> findings) {
        List<Place> places = new ArrayList<>(findings.size());
        int line = 1;
        int begin = 0;
        int at = 0;
        for (Finding finding : findings) {
            for (; at < finding.start(); at++) {
                char c = text.charAt(at);
                boolean ends =
                        c == '\n'
                                || (c == '\r'
                                        && (at + 1 == text.length()
                                                || text.charAt(at + 1) != '\n'));
                if (ends) {
                    line++;
                    begin = at + 1;
                }
            }
            places.add(new Place(finding, line, finding.start() - begin + 1));
        }
        return places;
    }
}
