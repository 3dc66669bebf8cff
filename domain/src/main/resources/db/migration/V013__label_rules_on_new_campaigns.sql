-- Rules reach every campaign as it appears or changes its name, whoever writes it. A part that is not there gives no label.
CREATE FUNCTION apply_label_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO campaign_label AS l (organization_id, campaign_id, key, value, origin)
  SELECT n.organization_id, n.campaign_id, r.key, left(btrim(split_part(n.name, r.separator, r.part)), 200), 'RULE'
    FROM named n JOIN label_rule r USING (organization_id)
   WHERE btrim(split_part(n.name, r.separator, r.part)) <> ''
  ON CONFLICT (organization_id, campaign_id, key) DO UPDATE SET value = excluded.value
   WHERE l.origin = 'RULE' AND l.value <> excluded.value;
  RETURN NULL;
END $$;
CREATE TRIGGER label_new_campaigns AFTER INSERT ON campaign
  REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION apply_label_rules();
CREATE TRIGGER label_renamed_campaigns AFTER UPDATE ON campaign
  REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION apply_label_rules();
