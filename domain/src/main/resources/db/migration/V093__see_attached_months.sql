-- Two processes that met a month first failed one of them with "relation already exists": to_regclass() looks into a cache of names that
-- waiting for an advisory lock does not refresh. A query sees what was committed when the lock was got.
CREATE OR REPLACE PROCEDURE attach_month(parent regclass, child text, first date, next date) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = parent AND relname = child) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING ALL)', child, parent);
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (day >= %L AND day < %L)', child, first, next);
  EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child, first, next);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT month', child);
END $$;
