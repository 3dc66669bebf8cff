-- After a day has ended, its figures take six hours to be whole at the platforms. Completeness.MARGIN says the same.
CREATE FUNCTION saw_whole_day(last_day date, fetched_at timestamptz, zone text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT fetched_at >= (last_day + 1)::timestamp AT TIME ZONE zone + interval '6 hours'
$$;
COMMENT ON FUNCTION saw_whole_day(date, timestamptz, text) IS 'Whether a fetch at that time saw all of the day, in the account''s zone.';
