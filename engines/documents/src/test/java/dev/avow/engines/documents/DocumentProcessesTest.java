package dev.avow.engines.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.avow.arrive.DocumentReader.Extract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** B1, B4: documents are read outside of the server, and what one of them does stays there. */
final class DocumentProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** For a document that takes all the time that it is given, by a process that is there. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(5);

    /** To start a process is most of the work; those that may read another test's document do. */
    private static final DocumentProcesses SHARED = reading();

    @AfterAll
    static void end() {
        SHARED.close();
    }

    private static DocumentProcesses reading(Duration patience, int perProcess, Duration idle) {
        return new DocumentProcesses(
                new ReaderLimits(100_000, patience, 2, 128, perProcess, idle), true, false);
    }

    private static DocumentProcesses reading() {
        return reading(PATIENCE, 100, LONG);
    }

    @Test
    void nothing_beforeTheFirstDocument_isStarted() {
        try (DocumentProcesses documents = reading()) {
            assertThat(documents.pids()).isEmpty();
        }
    }

    @Test
    void read_oneAfterTheOther_isByOneProcess() throws IOException {
        assertThat(SHARED.read(Pdfs.saying("Mail ada")))
                .isEqualTo(new Extract("\nMail ada\n\n\n", true));
        List<Long> first = SHARED.pids();
        assertThat(SHARED.read(word("Écris à Zoë 😀")).text()).contains("Écris à Zoë 😀");
        assertThat(SHARED.read(sheet(new XSSFWorkbook())).text()).contains("in a cell");
        assertThat(SHARED.read(sheet(new HSSFWorkbook())).text()).contains("in a cell");

        assertThat(SHARED.pids()).isEqualTo(first).hasSize(1);
    }

    @Test
    void process_whileItLives_hasNoEnvironmentAndItsFolderGoesWithIt() throws IOException {
        Path folder;
        try (DocumentProcesses documents = reading()) {
            documents.read(Pdfs.saying("anything"));
            Path process = Path.of("/proc", String.valueOf(documents.pids().getFirst()));
            folder = process.resolve("cwd").toRealPath();

            assertThat(Files.readString(process.resolve("environ"))).isEmpty();
            assertThat(folder.toString()).contains("avow-document");
            assertThat(folder).isEmptyDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void document_thatExhaustsMemory_isNotReadAndTheNextOneIs() {
        assertThat(SHARED.read(Pdfs.bomb())).isEqualTo(Extract.NONE);
        assertThat(SHARED.pids()).isEmpty();

        assertThat(SHARED.read(Pdfs.saying("fine")).whole()).isTrue();
    }

    @Test
    void document_thatNeverEnds_isNotReadAndTheNextOneIs() {
        assertThat(SHARED.read(Pdfs.saying("fine")).whole()).isTrue();
        long begun = System.nanoTime();

        assertThat(SHARED.read(Pdfs.withoutEnd(), SHORT)).isEqualTo(Extract.NONE);
        assertThat(System.nanoTime() - begun).isBetween(SHORT.toNanos(), PATIENCE.toNanos());
        assertThat(SHARED.pids()).isEmpty();

        assertThat(SHARED.read(Pdfs.saying("fine")).whole()).isTrue();
    }

    @Test
    void process_thatIsKilledWhileIdle_isReplaced() {
        SHARED.read(Pdfs.saying("fine"));
        ProcessHandle process = ProcessHandle.of(SHARED.pids().getFirst()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        assertThat(SHARED.read(Pdfs.saying("fine")).whole()).isTrue();
        assertThat(SHARED.pids()).hasSize(1).doesNotContain(process.pid());
    }

    @Test
    void process_afterItsDocuments_isReplaced() {
        try (DocumentProcesses documents = reading(PATIENCE, 1, LONG)) {
            documents.read(Pdfs.saying("one"));

            assertThat(documents.pids()).isEmpty();
            assertThat(documents.read(Pdfs.saying("two")).whole()).isTrue();
        }
    }

    @Test
    void process_withNothingToDo_ends() throws InterruptedException {
        try (DocumentProcesses documents = reading(PATIENCE, 100, Duration.ofMillis(300))) {
            documents.read(Pdfs.saying("one"));
            for (int i = 0; i < 100 && !documents.pids().isEmpty(); i++) {
                Thread.sleep(100);
            }

            assertThat(documents.pids()).isEmpty();
            assertThat(documents.read(Pdfs.saying("two")).whole()).isTrue();
        }
    }

    @Test
    void documents_manyAtOnce_areReadByAsManyProcessesAsThereAreTurns() throws Exception {
        try (DocumentProcesses documents = reading();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Extract>> all =
                    Stream.generate(() ->
                                    (Callable<Extract>)
                                            () -> documents.read(Pdfs.saying("Mail ada")))
                            .limit(20)
                            .toList();
            for (Future<Extract> each : callers.invokeAll(all)) {
                assertThat(each.get().text()).contains("Mail ada");
            }

            assertThat(documents.pids()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void close_whileADocumentIsRead_endsItsProcess() throws Exception {
        DocumentProcesses documents = reading();
        documents.read(Pdfs.saying("fine"));
        ProcessHandle process = ProcessHandle.of(documents.pids().getFirst()).orElseThrow();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Extract> endless = callers.submit(() -> documents.read(Pdfs.withoutEnd()));
            Thread.sleep(500);
            documents.close();

            assertThat(endless.get()).isEqualTo(Extract.NONE);
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(documents.read(Pdfs.saying("late"))).isEqualTo(Extract.NONE);
    }

    @Test
    void log_whateverADocumentDoes_saysNothingOfIt() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT");
        root.addAppender(logged);
        String canary = "canary-7731";
        try (DocumentProcesses documents = reading();
                DocumentProcesses hurried = reading(Duration.ofMillis(1), 100, LONG)) {
            documents.read(("%PDF-1.4\n1 0 obj<</" + canary).getBytes(StandardCharsets.UTF_8));
            documents.read(Pdfs.saying(canary));
            hurried.read(Pdfs.saying(canary));
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list).isNotEmpty();
        assertThat(logged.list)
                .allSatisfy(event ->
                        assertThat(event.getFormattedMessage()).doesNotContain("canary-7731"));
    }

    private static byte[] word(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet(Workbook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (book) {
            book.createSheet("sheet").createRow(0).createCell(0).setCellValue("in a cell");
            book.write(bytes);
        }
        return bytes.toByteArray();
    }
}
