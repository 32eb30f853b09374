package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** B8: a key is one line wherever it is kept. */
final class KeyTextTest {

    @Test
    void oneLine_aFileOfJson_isItsBase64() {
        ProviderDraft draft =
                new ProviderDraft("v", "vertex", "https://v.example", "{\n \"type\": \"x\"\n}");

        assertThat(draft.plaintextKey()).isEqualTo("ewogInR5cGUiOiAieCIKfQ==");
    }

    @Test
    void oneLine_anyOtherKey_staysAsItIs() {
        assertThat(KeyText.oneLine("sk-fictitious")).isEqualTo("sk-fictitious");
        assertThat(new ProviderDraft("o", "ollama", null, null).plaintextKey()).isNull();
    }
}
