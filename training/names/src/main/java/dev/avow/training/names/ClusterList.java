package dev.avow.training.names;

import dev.avow.detector.names.Clusters;
import dev.avow.detector.names.Hash;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The clusters of German words in {@code lists/clusters-de.txt}: a line for each cluster, its path
 * as a number, a tab, and its words with a bar between, the most frequent first.
 */
final class ClusterList {

    private ClusterList() {}

    /** The path of each word by its key. */
    static NavigableMap<Integer, Integer> read() {
        NavigableMap<Integer, Integer> paths = new TreeMap<>();
        for (String line : Lists.lines("clusters-de.txt")) {
            int tab = line.indexOf('\t');
            int path = Integer.parseInt(line.substring(0, tab));
            for (String word : line.substring(tab + 1).split("\\|", -1)) {
                boolean capital = Character.isUpperCase(word.codePointAt(0));
                paths.putIfAbsent(Clusters.key(Hash.word(word), capital), path);
            }
        }
        return paths;
    }

    static Clusters clusters(Map<Integer, Integer> paths) {
        int[] keys = new int[paths.size()];
        int[] values = new int[paths.size()];
        int i = 0;
        for (Map.Entry<Integer, Integer> path : paths.entrySet()) {
            keys[i] = path.getKey();
            values[i++] = path.getValue();
        }
        return new Clusters(keys, values);
    }
}
