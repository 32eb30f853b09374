package dev.avow.detector.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented keys, put together at run time so that no file holds one. A seed gives the same keys
 * again.
 */
final class FakeKeys {

    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Random random;

    FakeKeys(long seed) {
        this.random = new Random(seed);
    }

    String base62(int length) {
        return of(BASE62, length);
    }

    String upper(int length) {
        return of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
    }

    String hex(int length) {
        return of("0123456789abcdef", length);
    }

    String letters(int length) {
        return of(BASE62.substring(10), length);
    }

    String digits(int length) {
        return "7" + of("0123456789", length - 1);
    }

    /** Base64url whose last character is a letter or digit. */
    String url(int length) {
        return of(BASE62 + "-_", length - 1) + base62(1);
    }

    String base64(int length) {
        return of(BASE62 + "+/", length);
    }

    private String of(String alphabet, int length) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < length; i++) {
            key.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return key.toString();
    }

    /** A password as people choose them. */
    String password() {
        List<String> words = List.of("Kestrel", "heron", "Robin", "sparrow", "Wagtail", "otter");
        String word = words.get(random.nextInt(words.size()));
        return switch (random.nextInt(5)) {
            case 0 -> word + digits(2 + random.nextInt(3));
            case 1 -> word + "!" + digits(2);
            case 2 -> word.replace('e', '3') + "#" + base62(3) + "9";
            case 3 -> base62(6) + "$7" + base62(4);
            default -> word + "-" + word.substring(1) + "-" + digits(2);
        };
    }

    /** Some PEM block. */
    String pem(String label, String lineEnd) {
        StringBuilder pem = new StringBuilder("-----" + "BEGIN " + label + "-----" + lineEnd);
        for (int i = 0; i < 12; i++) {
            pem.append(base64(64)).append(lineEnd);
        }
        return pem + base64(30) + "==" + lineEnd + "-----" + "END " + label + "-----";
    }

    /** Each provider's key as type and value. */
    List<String[]> providers() {
        List<String[]> keys = new ArrayList<>();
        add(keys, "aws_key", "AK" + "IA" + upper(16), "AS" + "IA" + upper(16));
        add(keys, "gcp_key", "AI" + "za" + "Sy" + url(33), "GOC" + "SPX-" + url(28));
        for (String head : List.of("ghp", "gho", "ghu", "ghs", "ghr")) {
            String body = base62(30);
            add(keys, "github_token", head + "_" + body + Crc32Tail.of(body));
        }
        add(keys, "github_token", "github_" + "pat_" + base62(22) + "_" + base62(59));
        String jwt = "ey" + "J" + base62(33) + ".ey" + "J" + url(80) + "." + url(43);
        add(keys, "github_token", "gh" + "s_" + digits(7) + "_" + jwt);
        add(keys, "gitlab_token", "gl" + "pat-" + url(20), "gl" + "dt-" + url(20));
        String team = digits(12) + "-" + digits(13) + "-";
        add(keys, "slack_token", "xo" + "xb-" + team + base62(24));
        add(keys, "slack_token", "xo" + "xp-" + team + digits(13) + "-" + hex(32));
        add(keys, "slack_token", "xa" + "pp-1-A" + upper(10) + "-" + digits(13) + "-" + hex(64));
        add(keys, "slack_token", hook());
        add(keys, "stripe_key", "sk_" + "live_" + base62(24), "rk_" + "live_" + base62(99));
        add(keys, "stripe_key", "sk_" + "test_" + base62(24), "wh" + "sec_" + base62(32));
        String mark = "T3Blbk" + "FJ";
        add(keys, "openai_key", "sk" + "-" + base62(20) + mark + base62(20));
        add(keys, "openai_key", "sk" + "-proj-" + url(74) + mark + url(74));
        add(keys, "openai_key", "sk" + "-or-v1-" + hex(64), "sk" + "-helicone-" + url(31));
        add(keys, "api_key", "A" + "Q.Ab8" + url(47), "ll" + "x-" + base62(48));
        add(keys, "api_key", "p" + "a-" + url(43), "f" + "c-" + hex(32));
        add(keys, "api_key", "wandb" + "_v1_" + base62(77), "tskey" + "-scim-" + base62(24));
        add(keys, "anthropic_key", "sk-" + "ant-api03-" + url(93) + "AA");
        add(keys, "azure_key", base62(3) + "8" + "Q~" + url(34));
        add(keys, "api_key", "h" + "f_" + base62(34), "np" + "m_" + base62(36));
        add(keys, "api_key", "py" + "pi-AgEI" + url(160), "S" + "G." + url(22) + "." + url(43));
        add(keys, "api_key", "key" + "-" + hex(32), hex(32) + "-us" + "12");
        add(keys, "api_key", digits(9) + ":" + "AA" + url(33));
        add(keys, "api_key", "shp" + "at_" + hex(32), "dop_" + "v1_" + hex(64));
        add(keys, "api_key", "da" + "pi" + hex(32), "hv" + "s." + url(90));
        add(keys, "api_key", "do" + "se" + hex(32), "ci" + "o" + base62(32));
        add(keys, "api_key", "vc" + "p_" + base62(40), "vc" + "k_" + base62(56));
        add(keys, "api_key", "cf" + "at_" + base62(40) + hex(8), "ai" + "o_" + base62(28));
        add(keys, "api_key", base62(14) + ".atlas" + "v1." + url(67));
        add(keys, "api_key", "dckr_" + "pat_" + url(27), "gl" + "sa_" + base62(32) + "_" + hex(8));
        add(keys, "api_key", "NR" + "AK-" + upper(27), hex(36) + "NR" + "AL");
        add(keys, "api_key", "sq0" + "atp-" + url(22), "avow" + "_" + url(43));
        add(keys, "api_key", discord(), "gs" + "k_" + base62(52), "fig" + "d_" + url(40));
        return keys;
    }

    String hook() {
        String path = "T" + upper(8) + "/B" + upper(8) + "/" + base62(24);
        return "https://hooks." + "slack.com/services/" + path;
    }

    String discord() {
        byte[] number = digits(18).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String head = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(number);
        return head + "." + url(6) + "." + url(27);
    }

    private static void add(List<String[]> keys, String type, String... values) {
        for (String value : values) {
            keys.add(new String[] {type, value});
        }
    }
}
