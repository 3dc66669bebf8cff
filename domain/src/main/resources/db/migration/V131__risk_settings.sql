-- What an organization's models foretell, and what mistakes cost it. No row: the defaults of the program.
CREATE TABLE risk_settings (
  organization_id              bigint PRIMARY KEY REFERENCES organization,
  churn_active_days            integer NOT NULL,
  churn_inactive_run_days      integer NOT NULL,
  churn_horizon_days           integer NOT NULL,
  churn_survival_days          integer[] NOT NULL,
  churn_false_alarm_cost       numeric(18, 6) NOT NULL,
  churn_miss_cost              numeric(18, 6) NOT NULL,
  purchase_ages_days           integer[] NOT NULL,
  purchase_horizon_days        integer NOT NULL,
  purchase_counts_refunded     boolean NOT NULL,
  purchase_false_alarm_cost    numeric(18, 6) NOT NULL,
  purchase_miss_cost           numeric(18, 6) NOT NULL,
  fraud_active_days            integer NOT NULL,
  fraud_ripe_after_days        integer NOT NULL,
  fraud_label_frequency        numeric(7, 6) NOT NULL,
  fraud_review_share           numeric(7, 6) NOT NULL,
  fraud_false_alarm_cost       numeric(18, 6) NOT NULL,
  fraud_miss_cost              numeric(18, 6) NOT NULL,
  events_late_after_hours      integer NOT NULL
);
COMMENT ON COLUMN risk_settings.fraud_label_frequency IS 'Share of abusers that are labelled as such in the end; an assumption.';
CALL secure_by_organization('risk_settings');

-- Whether an earlier report of the same order is known, for purchases as they were known at any time.
CREATE INDEX user_event_order_report ON user_event (organization_id, order_id, recorded_at)
  WHERE type = 'PURCHASE' AND NOT is_sandbox AND order_id IS NOT NULL;

-- What a feature that is computed elsewhere means.
CREATE TABLE imported_feature_definition (
  organization_id  bigint NOT NULL REFERENCES organization,
  name             text COLLATE "C" NOT NULL,
  english          text NOT NULL,
  korean           text NOT NULL,
  unit             text COLLATE "C" NOT NULL,
  allowed_age_days integer NOT NULL CHECK (allowed_age_days > 0),
  is_actionable    boolean NOT NULL,
  declared_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, name)
);
CALL secure_by_organization('imported_feature_definition');

-- Which ids were seen on which devices and at which addresses. Unlike users, ids are never merged, so that contacts can be told
-- as they were known before two ids turned out to be one user.
CREATE TABLE identity_contact (
  organization_id bigint NOT NULL,
  kind            text COLLATE "C" NOT NULL CHECK (kind IN ('DEVICE', 'ADDRESS')),
  contact         bytea NOT NULL,
  identity        text COLLATE "C" NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (organization_id, kind, contact, identity),
  FOREIGN KEY (organization_id, identity) REFERENCES user_identity ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON COLUMN identity_contact.recorded_at IS 'When it was first known that the id is there.';
CREATE INDEX identity_contact_identity ON identity_contact (organization_id, identity, kind);
CALL secure_by_organization('identity_contact');
