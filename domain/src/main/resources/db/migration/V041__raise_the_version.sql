-- The function's parameter and the table share a name, and PostgreSQL refused to guess which one was meant.
CREATE OR REPLACE FUNCTION next_data_version(organization bigint, changed_from date, changed_to date, changed_channels text[])
  RETURNS bigint LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  raised bigint;
  at timestamptz;
BEGIN
  UPDATE organization AS o SET data_version = o.data_version + 1,
         version_committed_at = greatest(clock_timestamp(), o.version_committed_at + interval '1 microsecond')
   WHERE o.organization_id = organization
   RETURNING o.data_version, o.version_committed_at INTO raised, at;
  IF raised IS NULL THEN RAISE EXCEPTION 'no such organization: %', organization USING ERRCODE = 'foreign_key_violation'; END IF;
  INSERT INTO data_version VALUES (organization, raised, at, changed_from, changed_to, changed_channels);
  PERFORM pg_notify('outlay_version', organization || ':' || raised || ':' || (extract(epoch FROM at) * 1000000)::bigint);
  RETURN raised;
END $$;
