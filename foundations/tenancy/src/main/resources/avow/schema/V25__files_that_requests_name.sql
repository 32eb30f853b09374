-- Beside batches a provider keeps files that requests name by our ids. Of such a file lines_sealed holds one line: what
-- it held by type, and what stands for what in it.
ALTER TABLE provider_files DROP CONSTRAINT provider_files_purpose_check;
ALTER TABLE provider_files ADD CONSTRAINT provider_files_purpose_check
    CHECK (purpose IN ('batch', 'batch_output', 'user_data', 'assistants', 'vision'));
