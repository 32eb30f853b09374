package dev.avow.control;

import dev.avow.processing.ProcessingRecord;
import dev.avow.processing.ProcessingRecordPage;
import dev.avow.processing.ProcessingRecords;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;

/** {@code /api/v1/record-of-processing}: the record of processing activities (GDPR Art. 30). */
public final class ProcessingRecordRoutes implements Routes {

    private final ProcessingRecords records;
    private final AuditLog audit;

    public ProcessingRecordRoutes(ProcessingRecords records, AuditLog audit) {
        this.records = records;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/record-of-processing", this::show);
    }

    @Override
    public String description() {
        return "processing.json";
    }

    private ControlAnswer show(ControlRequest request) {
        String format = request.query("format").orElse("json");
        if (!format.equals("json") && !format.equals("markdown")) {
            throw Fault.of(FaultCode.INVALID_VALUE, "format must be json or markdown", "format")
                    .asException();
        }
        audit.append(
                request.actor(),
                AuditEntry.viewed("processing_record_viewed", "processing_record", null));
        ProcessingRecord record = records.of(request.tenant());
        return format.equals("json")
                ? ControlAnswer.ok(record)
                : ControlAnswer.ok(ProcessingRecordPage.of(record).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Type", "text/markdown; charset=utf-8");
    }
}
