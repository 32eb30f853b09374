package dev.avow.training.names;

import dev.avow.detector.names.Tag;
import dev.avow.detector.names.Tokens;
import java.util.List;

/** Labels of characters as tags of tokens. */
final class Labels {

    private Labels() {}

    static byte[] tags(Tokens tokens, List<Example.Label> labels) {
        byte[] tags = new byte[tokens.last() + 1];
        int next = 0;
        boolean begun = false;
        for (int i = tokens.first(); i < tokens.last(); i++) {
            while (next < labels.size() && labels.get(next).end() <= tokens.start(i)) {
                next++;
                begun = false;
            }
            if (next < labels.size() && tokens.end(i) > labels.get(next).start()) {
                int begin = labels.get(next).tag();
                boolean earlier = labels.get(next).start() < tokens.start(tokens.first());
                tags[i] =
                        (byte)
                                (begun || (earlier && i == tokens.first())
                                        ? Tag.inside(begin)
                                        : begin);
                begun = true;
            }
        }
        return tags;
    }
}
