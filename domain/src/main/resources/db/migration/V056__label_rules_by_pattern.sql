-- A rule may also be a list of patterns on names, tried in their order: the first that fits gives the label.
ALTER TABLE label_rule ALTER COLUMN separator DROP NOT NULL, ALTER COLUMN part DROP NOT NULL,
  ADD CONSTRAINT part_with_separator CHECK ((separator IS NULL) = (part IS NULL));

CREATE TABLE label_rule_pattern (
  organization_id bigint NOT NULL,
  key             text NOT NULL,
  position        integer NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('CONTAINS', 'STARTS_WITH', 'EXPRESSION')),
  pattern         text NOT NULL CHECK (length(pattern) BETWEEN 1 AND 200),
  value           text CHECK (value IS NOT NULL OR kind = 'EXPRESSION'),
  PRIMARY KEY (organization_id, key, position),
  FOREIGN KEY (organization_id, key) REFERENCES label_rule ON DELETE CASCADE
);
COMMENT ON COLUMN label_rule_pattern.value IS 'What the label says; null: the only group of the expression, or what it matched.';
CALL secure_by_organization('label_rule_pattern');

-- What a rule reads out of a name; null for nothing. Expressions see the first 300 characters: their cost is bounded by that
-- and by what io.outlay.domain.campaign.NameExpression lets in.
CREATE FUNCTION label_by_rule(rule label_rule, name text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(left(btrim(CASE
    WHEN rule.separator IS NOT NULL THEN split_part(name, rule.separator, rule.part)
    ELSE (SELECT CASE p.kind WHEN 'EXPRESSION' THEN coalesce(p.value, (regexp_match(left(name, 300), p.pattern))[1]) ELSE p.value END
            FROM label_rule_pattern p
           WHERE p.organization_id = rule.organization_id AND p.key = rule.key
             AND CASE p.kind
                   WHEN 'CONTAINS' THEN strpos(lower(name), lower(p.pattern)) > 0
                   WHEN 'STARTS_WITH' THEN starts_with(lower(name), lower(p.pattern))
                   ELSE left(name, 300) ~ p.pattern END
           ORDER BY p.position LIMIT 1) END), 200), '')
$$;

-- A campaign that no longer fits loses what the rule gave it.
CREATE OR REPLACE FUNCTION apply_label_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM named n JOIN label_rule r USING (organization_id)) THEN RETURN NULL; END IF;
  DELETE FROM campaign_label l USING named n JOIN label_rule r USING (organization_id)
   WHERE l.organization_id = n.organization_id AND l.campaign_id = n.campaign_id AND l.key = r.key AND l.origin = 'RULE'
     AND label_by_rule(r, n.name) IS NULL;
  INSERT INTO campaign_label AS l (organization_id, campaign_id, key, value, origin)
  SELECT n.organization_id, n.campaign_id, r.key, label_by_rule(r, n.name), 'RULE'
    FROM named n JOIN label_rule r USING (organization_id)
   WHERE label_by_rule(r, n.name) IS NOT NULL
  ON CONFLICT (organization_id, campaign_id, key) DO UPDATE SET value = excluded.value
   WHERE l.origin = 'RULE' AND l.value <> excluded.value;
  RETURN NULL;
END $$;
