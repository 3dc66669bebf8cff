-- Scoring of many users as of one moment, cut into portions that any process may take.
CREATE TABLE score_batch (
  organization_id bigint NOT NULL,
  job_id          bigint NOT NULL,
  kinds           text[] NOT NULL,
  at              timestamptz NOT NULL,
  heard_after     timestamptz,
  users           bigint NOT NULL,
  PRIMARY KEY (organization_id, job_id),
  FOREIGN KEY (organization_id, job_id) REFERENCES job
);
COMMENT ON COLUMN score_batch.at IS 'The moment all users are scored as of.';
CALL secure_by_organization('score_batch');

CREATE TABLE score_portion (
  organization_id bigint NOT NULL,
  job_id          bigint NOT NULL,
  portion         integer NOT NULL,
  first_user      bigint NOT NULL,
  last_user       bigint NOT NULL,
  users           integer NOT NULL,
  done_at         timestamptz,
  scored          integer,
  failure         text,
  PRIMARY KEY (organization_id, job_id, portion),
  FOREIGN KEY (organization_id, job_id) REFERENCES score_batch
);
COMMENT ON COLUMN score_portion.done_at IS 'Set in the transaction that keeps the scores, so that none is written twice.';
CALL secure_by_organization('score_portion');
