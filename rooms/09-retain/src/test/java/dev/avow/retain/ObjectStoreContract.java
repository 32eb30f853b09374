package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of objects does. */
public abstract class ObjectStoreContract {

    private static final String NAME = "avow-archive/v1/a/2026-01-31/b.rows";

    /** An empty store. */
    protected abstract ObjectStore store();

    @Test
    void put_object_isReadBackAsItWas() {
        ObjectStore store = store();
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);

        store.put(NAME, content);

        assertThat(store.get(NAME)).hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
    }

    @Test
    void put_again_replacesItWhole() {
        ObjectStore store = store();
        store.put(NAME, new byte[100]);

        store.put(NAME, new byte[] {7});

        assertThat(store.get(NAME)).hasValueSatisfying(read -> assertThat(read).containsExactly(7));
    }

    @Test
    void putAll_several_areReadBackAndReplaced() {
        ObjectStore store = store();
        store.put(NAME + "2", new byte[100]);
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (byte i = 0; i < 9; i++) {
            content.put(NAME + i, new byte[] {i});
        }

        store.putAll(content);

        for (byte i = 0; i < 9; i++) {
            assertThat(store.get(NAME + i).orElseThrow()).containsExactly(i);
        }
        store.putAll(Map.of());
    }

    @Test
    void put_empty_isAnObject() {
        ObjectStore store = store();

        store.put(NAME, new byte[0]);

        assertThat(store.get(NAME)).hasValueSatisfying(read -> assertThat(read).isEmpty());
    }

    @Test
    void get_none_isEmpty() {
        assertThat(store().get(NAME)).isEmpty();
    }

    @Test
    void delete_twice_isFine() {
        ObjectStore store = store();
        store.put(NAME, new byte[1]);
        store.put(NAME + "2", new byte[2]);

        store.delete(NAME);
        store.delete(NAME);

        assertThat(store.get(NAME)).isEmpty();
        assertThat(store.get(NAME + "2")).isPresent();
    }
}
