package dev.avow.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The server's settings: small durable group commits on a small machine, a quiet server when idle,
 * and a log without content. They are given on the command line, so that neither {@code
 * postgresql.conf} nor {@code ALTER SYSTEM} can override them. Source: PostgreSQL 18 documentation,
 * chapter 19.
 */
final class ServerParameters {
    /**
     * What keeps content out of the log and out of the statistics views.
     *
     * <p>{@code log_min_messages=fatal} is the one that matters: the primary message of an ordinary
     * error can hold a value ("invalid input syntax for type integer: …") which no verbosity
     * removes, and {@code RAISE LOG} or a crash report ("Failed process was running: …") come at
     * LOG level. What is FATAL or PANIC is about connections, files and the server itself: user and
     * database names, paths, numbers. The price is that the log is silent about checkpoints,
     * recovery and killed backends; clients see those as broken connections.
     */
    private static final Map<String, String> PRIVACY =
            ordered(
                    "log_min_messages", "fatal",
                    "log_min_error_statement", "panic",
                    "log_error_verbosity", "terse",
                    "log_statement", "none",
                    "log_min_duration_statement", "-1",
                    "log_min_duration_sample", "-1",
                    "log_transaction_sample_rate", "0",
                    "log_duration", "off",
                    "log_parameter_max_length", "0",
                    "log_parameter_max_length_on_error", "0",
                    "log_lock_waits", "off",
                    "log_connections", "",
                    "log_checkpoints", "off",
                    "log_autovacuum_min_duration", "-1",
                    "log_destination", "stderr",
                    "logging_collector", "off",
                    "log_line_prefix", "%m [%p] ",
                    "log_timezone", "UTC",
                    // A segment that is used again keeps what it held until it is overwritten.
                    "wal_recycle", "off",
                    "debug_print_parse", "off",
                    "debug_print_rewritten", "off",
                    "debug_print_plan", "off",
                    // pg_stat_activity.query would show statements with their literals to every
                    // superuser session.
                    "track_activities", "off",
                    "update_process_title", "off");

    /** Reachable over loopback only; a socket file would be one more thing to protect. */
    private static final Map<String, String> REACH =
            ordered(
                    "listen_addresses",
                    "127.0.0.1",
                    "unix_socket_directories",
                    "",
                    "bonjour",
                    "off");

    private static final Map<String, String> TUNING =
            ordered(
                    "shared_buffers", "64MB",
                    "max_connections", "60",
                    "superuser_reserved_connections", "3",
                    "work_mem", "4MB",
                    "maintenance_work_mem", "32MB",
                    "effective_cache_size", "512MB",
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    // Not minimal: a backup while the server runs (pg_backup_start) needs it.
                    "wal_level", "replica",
                    "max_wal_senders", "2",
                    "wal_compression", "on",
                    // What is written goes to the disk in small steps and not by the kernel, every
                    // five seconds and all at once: the journal waits for the same disk.
                    "backend_flush_after", "128kB",
                    "bgwriter_flush_after", "128kB",
                    "autovacuum_vacuum_cost_delay", "10ms",
                    "checkpoint_timeout", "10min",
                    "max_wal_size", "512MB",
                    "min_wal_size", "64MB",
                    "random_page_cost", "1.1",
                    "jit", "off",
                    // Queries here are small; workers and their shared memory cost more than they
                    // bring on two cores.
                    "max_parallel_workers_per_gather", "0",
                    "max_parallel_maintenance_workers", "0",
                    // No logical replication launcher and no I/O workers: four processes fewer that
                    // wake up for nothing.
                    "max_logical_replication_workers", "0",
                    "io_method", "sync",
                    "autovacuum", "on",
                    "autovacuum_max_workers", "2",
                    "autovacuum_worker_slots", "4",
                    "timezone", "UTC");

    private ServerParameters() {}

    /** Refuses what a caller must not change, and what is no parameter name at all. */
    static void refuseReserved(Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z][a-z0-9_.]*")) {
                throw new IllegalArgumentException("not the name of a server parameter");
            }
            if (name.startsWith("log_")
                    || name.startsWith("debug_")
                    || name.startsWith("unix_socket_")
                    || name.equals("port")
                    || name.equals("data_directory")
                    || PRIVACY.containsKey(name)
                    || REACH.containsKey(name)) {
                throw new IllegalArgumentException("the server parameter " + name + " is fixed");
            }
        }
    }

    /**
     * The command line arguments {@code -c name=value …}, the caller's values in place of the tuned
     * ones.
     */
    static List<String> arguments(int port, Map<String, String> callers) {
        Map<String, String> all = new LinkedHashMap<>(TUNING);
        callers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        all.putAll(PRIVACY);
        all.putAll(REACH);
        all.put("port", Integer.toString(port));
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
