-- CREATE TABLE … PARTITION OF takes an exclusive lock on the parent: readers and the sink would wait for each other over a month that
-- nobody reads yet. A table made by itself and attached needs SHARE UPDATE EXCLUSIVE only; the CHECK spares ATTACH a look at the rows,
-- and goes again, since the bounds say the same.
CREATE PROCEDURE attach_month(parent regclass, child text, first date, next date) LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass(child) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING ALL)', child, parent);
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (day >= %L AND day < %L)', child, first, next);
  EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child, first, next);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT month', child);
END $$;
REVOKE ALL ON PROCEDURE attach_month FROM PUBLIC;

CREATE OR REPLACE FUNCTION ensure_fact_partition(month date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  first date := date_trunc('month', month)::date;
  next date := (date_trunc('month', month) + interval '1 month')::date;
  suffix text := to_char(first, 'YYYY_MM');
BEGIN
  IF to_regclass('fact_' || suffix) IS NOT NULL AND to_regclass('fact_history_' || suffix) IS NOT NULL THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('outlay fact partition'));
  CALL attach_month('fact', 'fact_' || suffix, first, next);
  CALL attach_month('fact_history', 'fact_history_' || suffix, first, next);
  RETURN true;
END $$;
