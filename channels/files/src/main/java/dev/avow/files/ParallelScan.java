package dev.avow.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans many files at once and keeps their order. */
record ParallelScan(FileScan scan, int threads) {

    List<FileReport> scan(List<Path> files, ScanProgress progress) {
        List<FileReport> reports = new ArrayList<>(files.size());
        try (ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("avow-scan-", 1).daemon().factory())) {
            List<Future<FileReport>> results = new ArrayList<>(files.size());
            for (Path file : files) {
                results.add(
                        workers.submit(() -> {
                            FileReport report = scan.scan(file);
                            progress.done(report.places().size());
                            return report;
                        }));
            }
            for (Future<FileReport> result : results) {
                reports.add(result.get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scan was interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a file could not be scanned", failed.getCause());
        }
        return reports;
    }
}
