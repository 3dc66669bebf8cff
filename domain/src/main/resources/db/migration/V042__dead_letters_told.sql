-- What a dead letter speaks of, as far as it could be read, and what makes it the same when it is delivered again.
ALTER TABLE dead_letter
  ADD COLUMN cluster text NOT NULL,
  ADD COLUMN channel text,
  ADD COLUMN account_external_id text,
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN large_slice_id uuid;
CREATE UNIQUE INDEX dead_letter_record ON dead_letter (organization_id, cluster, topic, partition, record);
