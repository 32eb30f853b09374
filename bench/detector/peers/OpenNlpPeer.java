import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * Apache OpenNLP's name finder as a peer, with the models that {@code opennlp_train.py} trained.
 * Requests are tab-separated lines, written by {@code opennlp_peer.py}: what to do, the language,
 * and a text with its line ends as U+2028. Places are in UTF-16 code units.
 */
final class OpenNlpPeer {

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private static final Map<String, NameFinderME> FINDERS = new HashMap<>();

    private OpenNlpPeer() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("cpu")) {
                out.println(PROCESS.getProcessCpuTime());
                continue;
            }
            String[] parts = line.split("\t", 2);
            NameFinderME finder = FINDERS.get(parts[0]);
            if (finder == null) {
                File file = new File(args[0], parts[0] + ".bin");
                finder = new NameFinderME(new TokenNameFinderModel(file));
                FINDERS.put(parts[0], finder);
            }
            out.println(find(finder, parts[1]));
        }
    }

    private static String find(NameFinderME finder, String text) {
        List<String> found = new ArrayList<>();
        // A line is a sentence, as in the texts that it was trained on.
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\u2028', start);
            end = end < 0 ? text.length() : end;
            String sentence = text.substring(start, end);
            Span[] tokens = SimpleTokenizer.INSTANCE.tokenizePos(sentence);
            for (Span name : finder.find(Span.spansToStrings(tokens, sentence))) {
                found.add(
                        name.getType()
                                + " "
                                + (start + tokens[name.getStart()].getStart())
                                + " "
                                + (start + tokens[name.getEnd() - 1].getEnd()));
            }
            start = end + 1;
        }
        finder.clearAdaptiveData();
        return String.join("\t", found);
    }
}
