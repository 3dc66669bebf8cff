-- The latest score of each user, for lists and for knowing when a band changes.
CREATE TABLE user_score (
  organization_id bigint NOT NULL,
  kind            text COLLATE "C" NOT NULL,
  user_id         bigint NOT NULL,
  value           double precision NOT NULL,
  probability     double precision NOT NULL,
  band            text COLLATE "C" NOT NULL CHECK (band IN ('LOW', 'MEDIUM', 'HIGH')),
  previous_band   text COLLATE "C" NOT NULL,
  band_since      timestamptz NOT NULL,
  model_id        bigint NOT NULL,
  model_number    integer NOT NULL,
  scored_at       timestamptz NOT NULL,
  features_at     timestamptz NOT NULL,
  PRIMARY KEY (organization_id, user_id, kind),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 70);
COMMENT ON COLUMN user_score.value IS 'Margin in log-odds, before calibration.';
COMMENT ON COLUMN user_score.previous_band IS 'The band of the score before; LOW before the first.';
CREATE INDEX user_score_probability ON user_score (organization_id, kind, probability, user_id);
CALL secure_by_organization('user_score');

-- How many changes of bands an organization has had. Its row is locked last and until commit, so that numbers become visible in their order.
CREATE TABLE band_change_counter (
  organization_id bigint PRIMARY KEY REFERENCES organization,
  latest          bigint NOT NULL DEFAULT 0,
  removed         bigint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN band_change_counter.removed IS 'Changes up to this number are no longer kept.';
CALL secure_by_organization('band_change_counter');

CREATE TABLE band_change (
  organization_id bigint NOT NULL,
  number          bigint NOT NULL,
  kind            text COLLATE "C" NOT NULL,
  user_id         bigint NOT NULL,
  previous_band   text COLLATE "C" NOT NULL,
  band            text COLLATE "C" NOT NULL,
  probability     double precision NOT NULL,
  model_id        bigint NOT NULL,
  model_number    integer NOT NULL,
  occurred_at     timestamptz NOT NULL,
  PRIMARY KEY (organization_id, number),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX band_change_user ON band_change (organization_id, user_id);
CALL secure_by_organization('band_change');

-- Writes changes down and tells every process. Call it last in a transaction: the organization's counter stays locked until commit.
CREATE FUNCTION record_band_changes(organization bigint, kinds text[], users bigint[], previous text[], bands text[], probabilities double precision[],
                                    models bigint[], numbers integer[], moments timestamptz[])
  RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  newest bigint;
BEGIN
  INSERT INTO band_change_counter AS counter (organization_id, latest) VALUES (organization, cardinality(users))
    ON CONFLICT (organization_id) DO UPDATE SET latest = counter.latest + excluded.latest
    RETURNING latest INTO newest;
  INSERT INTO band_change
  SELECT organization, newest - cardinality(users) + change.position, change.kind, change.user_id, change.previous_band, change.band, change.probability,
         change.model_id, change.model_number, change.occurred_at
    FROM unnest(kinds, users, previous, bands, probabilities, models, numbers, moments)
         WITH ORDINALITY AS change (kind, user_id, previous_band, band, probability, model_id, model_number, occurred_at, position);
  PERFORM pg_notify('outlay_band', organization || ':' || newest);
  RETURN newest;
END $$;
