-- Ad accounts that Outlay collects from their platform by itself, and how.
CREATE TABLE platform_access (
  organization_id     bigint NOT NULL,
  ad_account_id       bigint NOT NULL,
  api_version         text NOT NULL,
  conversion_goal     text NOT NULL,
  action_kinds        jsonb NOT NULL,
  attribution_basis   text NOT NULL,
  look_back_days      integer NOT NULL CHECK (look_back_days BETWEEN 1 AND 90),
  longest_window_days integer NOT NULL CHECK (longest_window_days BETWEEN look_back_days AND 90),
  sync_minutes        integer NOT NULL CHECK (sync_minutes BETWEEN 1 AND 10080),
  history_from        date NOT NULL,
  takes_over          boolean NOT NULL,
  state               text NOT NULL,
  state_detail        text NOT NULL DEFAULT '',
  state_since         timestamptz NOT NULL,
  connected_at        timestamptz NOT NULL,
  next_sync_at        timestamptz NOT NULL,
  totals_checked_at   timestamptz,
  PRIMARY KEY (organization_id, ad_account_id),
  FOREIGN KEY (organization_id, ad_account_id) REFERENCES ad_account
);
COMMENT ON COLUMN platform_access.takes_over IS 'Whether days that an import owns belong to the platform once they are collected.';
COMMENT ON COLUMN platform_access.totals_checked_at IS 'When closed days were last compared with the platform''s own totals.';
CREATE INDEX platform_access_due ON platform_access (next_sync_at) WHERE state = 'CONNECTED';
CALL secure_by_organization('platform_access');

-- Secrets, encrypted one by one with AES-256-GCM; organization and account are authenticated with them.
CREATE TABLE platform_credential (
  organization_id bigint NOT NULL,
  ad_account_id   bigint NOT NULL,
  key_id          text NOT NULL,
  nonce           bytea NOT NULL CHECK (length(nonce) = 12),
  ciphertext      bytea NOT NULL,
  changed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, ad_account_id),
  FOREIGN KEY (organization_id, ad_account_id) REFERENCES platform_access ON DELETE CASCADE
);
CALL secure_by_organization('platform_credential');
