-- What models said of users, to be compared with what became true. Kept for as long as a setting says, then deleted in portions.
CREATE TABLE risk_prediction (
  organization_id  bigint NOT NULL REFERENCES organization,
  kind             text COLLATE "C" NOT NULL CHECK (kind IN ('FRAUD', 'CHURN', 'FIRST_PURCHASE')),
  day              date NOT NULL,
  user_id          bigint NOT NULL,
  model_id         bigint NOT NULL,
  role             text COLLATE "C" NOT NULL CHECK (role IN ('CHAMPION', 'CHALLENGER', 'SHADOW')),
  scored_at        timestamptz NOT NULL,
  features_hash    bigint NOT NULL,
  features         bytea NOT NULL,
  margin           double precision NOT NULL,
  probability      double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
  outcome          text COLLATE "C" CHECK (outcome IN ('HAPPENED', 'DID_NOT_HAPPEN', 'NOT_ASKED')),
  outcome_known_at timestamptz,
  PRIMARY KEY (organization_id, kind, day, user_id, model_id),
  CHECK ((outcome IS NULL) = (outcome_known_at IS NULL))
);
COMMENT ON COLUMN risk_prediction.day IS 'UTC day of scored_at; of each user and model the first prediction of a day is kept.';
COMMENT ON COLUMN risk_prediction.features IS 'What it was said from: one 32-bit IEEE 754 number a feature of the model, in its order, the highest byte first; NaN for missing.';
COMMENT ON COLUMN risk_prediction.outcome IS 'What became true; null while it is too early to tell. NOT_ASKED: the question did not apply to the user then.';
CREATE INDEX risk_prediction_pending ON risk_prediction (organization_id, kind, scored_at, user_id) WHERE outcome IS NULL;
CREATE INDEX risk_prediction_user ON risk_prediction (organization_id, user_id);
CALL secure_by_organization('risk_prediction');
