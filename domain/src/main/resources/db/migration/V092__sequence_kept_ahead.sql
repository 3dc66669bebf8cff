-- A restored database draws numbers again that slices still in the log carry already. Readers of the log push the sequence
-- above every number they meet; two of them at once must not push it back.
CREATE FUNCTION keep_slice_sequence_ahead(met bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF met > (SELECT last_value FROM slice_sequence) THEN
    PERFORM pg_advisory_xact_lock(hashtext('outlay slice sequence'));
    IF met > (SELECT last_value FROM slice_sequence) THEN PERFORM setval('slice_sequence', met); END IF;
  END IF;
END $$;

-- Numbers of jobs go back with a restored database too: a job must not take the receipts of a forgotten one for its own.
ALTER TABLE slice_receipt ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN slice_receipt.sequence IS 'Sequence of the slice; 0 where the record could not be read.';
ALTER TABLE slice_receipt DROP CONSTRAINT slice_receipt_pkey;
ALTER TABLE slice_receipt ADD PRIMARY KEY (organization_id, job_id, slice, sequence);
