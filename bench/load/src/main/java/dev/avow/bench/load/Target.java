package dev.avow.bench.load;

import java.util.Map;

/**
 * Where requests go and what a gateway wants with them. Always on 127.0.0.1.
 *
 * @param port TCP port
 * @param path path of the chat route
 * @param headers request headers besides the content type; they may hold a bench key, so {@code
 *     toString} leaves them out
 * @param model model name as this gateway takes it
 */
record Target(int port, String path, Map<String, String> headers, String model) {
    Target {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Target[" + port + path + "]";
    }
}
