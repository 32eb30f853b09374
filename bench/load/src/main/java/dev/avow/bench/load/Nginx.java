package dev.avow.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The plain proxy, as the floor: two workers, connections kept to both sides, nothing buffered. */
final class Nginx implements Gateway {
    private static final String CONFIG =
            """
            worker_processes 2;
            worker_rlimit_nofile 100000;
            daemon off;
            pid nginx.pid;
            error_log stderr error;
            events { worker_connections CONNECTIONS; }
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              keepalive_requests 100000000;
              upstream model { server 127.0.0.1:UPSTREAM; keepalive 256; keepalive_requests 100000000; }
              server {
                listen 127.0.0.1:LISTEN backlog=4096;
                location / {
                  proxy_pass http://model/PREFIX;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_buffering off;
                  proxy_read_timeout 300s;
                }
              }
            }
            """;

    private final int connections;

    /**
     * @param connections most open connections of a worker; it sets memory aside for each
     */
    Nginx(int connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        URI uri = URI.create(upstream);
        int port = Child.freePort();
        Path config = home.resolve("nginx.conf");
        Files.writeString(
                config,
                CONFIG.replace("UPSTREAM", String.valueOf(uri.getPort()))
                        .replace("CONNECTIONS", String.valueOf(connections))
                        .replace("LISTEN", String.valueOf(port))
                        .replace("PREFIX", uri.getPath().substring(1) + "/"));
        List<String> command =
                List.of("nginx", "-p", home.toString(), "-c", config.toString(), "-e", "stderr");
        Child child = Child.start(command, Map.of(), home, home.resolve("log"));
        if (!child.await(() -> Child.listens(port), Duration.ofSeconds(10))) {
            child.close();
            return new Started.NotRun(name(), "did not start: " + child.lastWords());
        }
        Target target = new Target(port, "/chat/completions", Map.of(), "gpt-bench");
        return new Started.Running(name(), target, List.of(child), home);
    }
}
