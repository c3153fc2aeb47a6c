-- An imported order's process is begun in one job and handed its form in the next: the engine finds a process only when the job
-- that began it is over.
ALTER TABLE data_import_row ADD COLUMN begun boolean NOT NULL DEFAULT false; -- begun, and its form is still to be handed over
CREATE INDEX data_import_row_begun ON data_import_row (import, line) WHERE begun;
