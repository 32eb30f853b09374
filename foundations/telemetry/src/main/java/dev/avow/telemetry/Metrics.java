package dev.avow.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * All meters of one process, and what they say in Prometheus' text format. Safe for any thread.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final List<Runnable> readings = new CopyOnWriteArrayList<>();

    /** With what the Java virtual machine and the process say of themselves. */
    public Metrics() {
        List<MeterBinder> process =
                List.of(
                        new JvmMemoryMetrics(),
                        gc,
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics());
        process.forEach(each -> each.bindTo(registry));
    }

    /**
     * A value with its labels.
     *
     * @param labels by name; the same names in each value of a family
     */
    public record Row(Map<String, String> labels, double value) {

        public Row {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * A value that is read whenever somebody asks.
     *
     * @param value does not block
     */
    public void gauge(String name, String help, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(help).register(registry);
    }

    /**
     * Values with labels that are read whenever somebody asks. Where reading fails, there are none.
     *
     * @param rows may block
     */
    public void gauges(String name, String help, Supplier<List<Row>> rows) {
        MultiGauge family = MultiGauge.builder(name).description(help).register(registry);
        readings.add(() -> family.register(read(rows), true));
    }

    private static List<MultiGauge.Row<?>> read(Supplier<List<Row>> rows) {
        try {
            return rows.get().stream().<MultiGauge.Row<?>>map(Metrics::row).toList();
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }

    private static MultiGauge.Row<?> row(Row row) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> label : row.labels().entrySet()) {
            tags = tags.and(label.getKey(), label.getValue());
        }
        return MultiGauge.Row.of(tags, row.value());
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** All of it, as Prometheus reads it; may block. One reading at a time. */
    public synchronized String text() {
        readings.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
