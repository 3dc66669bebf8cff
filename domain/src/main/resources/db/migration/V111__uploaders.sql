ALTER TABLE raw_input ADD COLUMN uploader text;
COMMENT ON COLUMN raw_input.uploader IS 'Caller that sent the file, as the audit log names it; null for the program''s own and for files from before.';
