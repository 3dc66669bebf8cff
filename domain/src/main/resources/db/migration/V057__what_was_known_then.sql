-- Names, labels, deliveries and the choice of rates as they were, each with the data version from which they no longer held,
-- so that an answer as of then uses them. Who changes them locks the organization first, or does so here.
CREATE FUNCTION coming_version(of_organization bigint) RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT data_version + 1 FROM organization WHERE organization_id = of_organization FOR NO KEY UPDATE
$$;
COMMENT ON FUNCTION coming_version(bigint) IS 'The version this transaction raises the organization to; locks the organization until commit.';

-- Names of campaigns are in campaign_history.
CREATE TABLE former_name (
  organization_id bigint NOT NULL,
  kind            text COLLATE "C" NOT NULL CHECK (kind IN ('CHANNEL', 'AD_ACCOUNT', 'AD_GROUP', 'AD')),
  entity_id       bigint NOT NULL,
  valid_to        bigint NOT NULL,
  name            text NOT NULL,
  PRIMARY KEY (organization_id, kind, entity_id, valid_to)
);
CALL secure_by_organization('former_name');

CREATE FUNCTION keep_former_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_name
  VALUES (OLD.organization_id, TG_ARGV[0], (to_jsonb(OLD) ->> TG_ARGV[1])::bigint, coming_version(OLD.organization_id), OLD.name)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_former_name AFTER UPDATE OF name ON channel FOR EACH ROW WHEN (OLD.name <> NEW.name)
  EXECUTE FUNCTION keep_former_name('CHANNEL', 'channel_id');
CREATE TRIGGER keep_former_name AFTER UPDATE OF name ON ad_account FOR EACH ROW WHEN (OLD.name <> NEW.name)
  EXECUTE FUNCTION keep_former_name('AD_ACCOUNT', 'ad_account_id');
CREATE TRIGGER keep_former_name AFTER UPDATE OF name ON ad_group FOR EACH ROW WHEN (OLD.name <> NEW.name)
  EXECUTE FUNCTION keep_former_name('AD_GROUP', 'ad_group_id');
CREATE TRIGGER keep_former_name AFTER UPDATE OF name ON ad FOR EACH ROW WHEN (OLD.name <> NEW.name)
  EXECUTE FUNCTION keep_former_name('AD', 'ad_id');

-- Without a version both tell what is known now.
CREATE FUNCTION name_then(of_organization bigint, of_kind text, id bigint, then_version bigint, name_now text)
  RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT f.name FROM former_name f
                    WHERE f.organization_id = of_organization AND f.kind = of_kind AND f.entity_id = id AND f.valid_to > then_version
                    ORDER BY f.valid_to LIMIT 1), name_now)
$$;
CREATE FUNCTION campaign_name_then(of_organization bigint, id bigint, then_version bigint, name_now text)
  RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT h.name FROM campaign_history h
                    WHERE h.organization_id = of_organization AND h.campaign_id = id AND h.valid_from <= then_version
                    ORDER BY h.valid_from DESC LIMIT 1), name_now)
$$;

ALTER TABLE campaign_label ADD COLUMN valid_from bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN campaign_label.valid_from IS 'Data version in which it came to say this; 0 for labels older than their history.';

CREATE TABLE campaign_label_history (
  organization_id bigint NOT NULL,
  campaign_id     bigint NOT NULL,
  key             text NOT NULL,
  value           text NOT NULL,
  origin          text NOT NULL,
  valid_from      bigint NOT NULL,
  valid_to        bigint NOT NULL CHECK (valid_to > valid_from),
  PRIMARY KEY (organization_id, campaign_id, key, valid_from)
);
CALL secure_by_organization('campaign_label_history');

CREATE FUNCTION keep_former_label() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  coming bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.value, NEW.origin) = (OLD.value, OLD.origin) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.valid_from := coming_version(NEW.organization_id);
    RETURN NEW;
  END IF;
  coming := coming_version(OLD.organization_id);
  IF OLD.valid_from < coming THEN
    INSERT INTO campaign_label_history
    VALUES (OLD.organization_id, OLD.campaign_id, OLD.key, OLD.value, OLD.origin, OLD.valid_from, coming);
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW.valid_from := coming;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_former_label BEFORE INSERT OR UPDATE OR DELETE ON campaign_label
  FOR EACH ROW EXECUTE FUNCTION keep_former_label();

-- What was told about a delivery from its version changed_in until before the version in which it changed again.
CREATE TABLE slice_history (
  organization_id     bigint NOT NULL,
  slice_id            bigint NOT NULL,
  ad_account_id       bigint NOT NULL,
  measurer            text NOT NULL,
  view                text NOT NULL,
  source              text NOT NULL,
  first_day           date NOT NULL,
  last_day            date NOT NULL,
  level               text NOT NULL,
  row_count           integer NOT NULL,
  fetched_at          timestamptz NOT NULL,
  dictionary_version  integer NOT NULL,
  is_estimated        boolean NOT NULL,
  provisional_until   date,
  conversion_goal     text NOT NULL,
  superseded_sequence bigint,
  changed_in          bigint NOT NULL,
  valid_to            bigint NOT NULL CHECK (valid_to > changed_in),
  PRIMARY KEY (organization_id, slice_id, changed_in)
);
CREATE INDEX ON slice_history (organization_id, ad_account_id, last_day);
CALL secure_by_organization('slice_history');

CREATE FUNCTION keep_former_slice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO slice_history
  VALUES (OLD.organization_id, OLD.slice_id, OLD.ad_account_id, OLD.measurer, OLD.view, OLD.source, OLD.first_day, OLD.last_day,
          OLD.level, OLD.row_count, OLD.fetched_at, OLD.dictionary_version, OLD.is_estimated, OLD.provisional_until,
          OLD.conversion_goal, OLD.superseded_sequence, OLD.changed_in, NEW.changed_in);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_former_slice AFTER UPDATE OF changed_in ON slice FOR EACH ROW WHEN (OLD.changed_in < NEW.changed_in)
  EXECUTE FUNCTION keep_former_slice();

-- Breakdowns are few beside deliveries, and reports ask which accounts have them.
CREATE INDEX slice_breakdown ON slice (organization_id, view, ad_account_id, last_day) WHERE view <> 'DELIVERY';

CREATE TABLE former_rate_table (
  organization_id bigint NOT NULL REFERENCES organization,
  valid_to        bigint NOT NULL,
  rate_table      text NOT NULL,
  PRIMARY KEY (organization_id, valid_to)
);
CALL secure_by_organization('former_rate_table');

CREATE FUNCTION keep_former_rate_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_rate_table VALUES (OLD.organization_id, OLD.data_version + 1, OLD.rate_table) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_former_rate_table AFTER UPDATE OF rate_table ON organization FOR EACH ROW WHEN (OLD.rate_table <> NEW.rate_table)
  EXECUTE FUNCTION keep_former_rate_table();
