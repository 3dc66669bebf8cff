-- Versions that stay reachable: every one of the last 45 days; before that the last of each day for 400 days, then of each month.
CREATE FUNCTION kept_versions(of_organization bigint, now timestamptz)
  RETURNS TABLE (version bigint) LANGUAGE sql STABLE AS $$
  SELECT max(v.version) FROM data_version v
   WHERE v.organization_id = of_organization
   GROUP BY CASE
     WHEN v.committed_at >= now - interval '45 days' THEN v.version::text
     WHEN v.committed_at >= now - interval '400 days' THEN to_char(v.committed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')
     ELSE to_char(v.committed_at AT TIME ZONE 'UTC', 'YYYY-MM') END
$$;
