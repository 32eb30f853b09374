import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What javac loads its plugins with ({@code -XDprocloader}, which javac offers for this): one
 * loader for all modules of a build. Without it every one of a hundred compilations loads Error
 * Prone's two thousand classes anew and runs them cold, which takes more than half of the time.
 *
 * <p>{@code ./avow} compiles it to {@code target/javac}, which {@code jvm.config} has on Maven's
 * boot class path. Where it is not there javac takes a loader of its own and the build is slower,
 * nothing else.
 */
public final class KeptLoader extends ClassLoader {

    private static final Map<List<String>, ClassLoader> KEPT = new ConcurrentHashMap<>();

    /** Called by javac. */
    public KeptLoader(URL[] path, ClassLoader parent) {
        super(
                KEPT.computeIfAbsent(
                        Arrays.stream(path).map(URL::toString).toList(),
                        _ -> new URLClassLoader(path, parent)));
    }
}
