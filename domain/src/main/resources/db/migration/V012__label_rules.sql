-- Labels read out of campaign names, also of campaigns that appear later: one part of the name between separators.
-- A label set for a campaign itself stays.
CREATE TABLE label_rule (
  organization_id bigint NOT NULL REFERENCES organization,
  key             text NOT NULL,
  separator       text NOT NULL CHECK (length(separator) BETWEEN 1 AND 10),
  part            integer NOT NULL CHECK (part <> 0),
  PRIMARY KEY (organization_id, key)
);
COMMENT ON COLUMN label_rule.part IS '1 is the first part of the name, -1 the last.';
CALL secure_by_organization('label_rule');
