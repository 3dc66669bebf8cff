-- What was last fetched of an account, view and period, with which result. A period without a row was never asked for.
CREATE TABLE period_fetch (
  organization_id  bigint NOT NULL,
  ad_account_id    bigint NOT NULL,
  view             text COLLATE "C" NOT NULL,
  first_day        date NOT NULL,
  last_day         date NOT NULL CHECK (last_day >= first_day),
  sequence         bigint,
  first_fetched_at timestamptz,
  fetched_at       timestamptz,
  job_id           bigint NOT NULL,
  raw_input_id     bigint,
  request_id       text NOT NULL DEFAULT '',
  request_count    integer NOT NULL DEFAULT 0,
  row_count        integer NOT NULL DEFAULT 0,
  api_version      text NOT NULL,
  is_provisional   boolean NOT NULL DEFAULT true,
  totals           jsonb,
  moved            double precision,
  reopened_at      timestamptz,
  failed_at        timestamptz,
  failure_code     text,
  failure_message  text,
  PRIMARY KEY (organization_id, ad_account_id, view, last_day, first_day),
  FOREIGN KEY (organization_id, ad_account_id) REFERENCES ad_account
);
COMMENT ON COLUMN period_fetch.sequence IS 'Of the slice made of the last good fetch; null before the first one.';
COMMENT ON COLUMN period_fetch.totals IS 'The platform''s own totals of the account, metric by metric.';
COMMENT ON COLUMN period_fetch.moved IS 'Largest relative difference between the last two good fetches; null after the first one.';
COMMENT ON COLUMN period_fetch.reopened_at IS 'When the platform''s total was seen to have moved since; null while it was not.';
CREATE INDEX ON period_fetch (organization_id, job_id);
CALL secure_by_organization('period_fetch');

-- The account's totals of a day as they were at an age in days; a row where they were first read or had changed.
CREATE TABLE period_reading (
  organization_id bigint NOT NULL,
  ad_account_id   bigint NOT NULL,
  day             date NOT NULL,
  age_days        integer NOT NULL,
  totals          jsonb NOT NULL,
  read_at         timestamptz NOT NULL,
  PRIMARY KEY (organization_id, ad_account_id, day, age_days)
);
CALL secure_by_organization('period_reading');

-- The last comparison of a closed day's stored figures with the platform's own total, both of one run.
CREATE TABLE reconciliation (
  organization_id bigint NOT NULL,
  ad_account_id   bigint NOT NULL,
  day             date NOT NULL,
  sequence        bigint NOT NULL,
  checked_at      timestamptz NOT NULL,
  platform        jsonb NOT NULL,
  stored          jsonb NOT NULL,
  differing       text[] NOT NULL,
  PRIMARY KEY (organization_id, ad_account_id, day)
);
COMMENT ON COLUMN reconciliation.differing IS 'Metrics whose difference is beyond the tolerance.';
CALL secure_by_organization('reconciliation');
