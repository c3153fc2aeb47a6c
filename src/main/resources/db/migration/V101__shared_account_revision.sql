-- Counts what was asked for a shared account, so that no two requests about it are mistaken for one.
ALTER TABLE shared_account ADD COLUMN revision int NOT NULL DEFAULT 0;
