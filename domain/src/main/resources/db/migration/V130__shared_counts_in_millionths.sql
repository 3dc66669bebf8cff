-- Platforms share one install or purchase out between ads. Rounded row by row, such counts added up to something else than the platform's
-- own; in millionths they are exact, and told whole. Types stay: the rewrite does what UPDATE cannot, since row-level security binds owners too.
CREATE PROCEDURE keep_shared_counts_in_millionths(changed regclass) LANGUAGE plpgsql AS $$
DECLARE
  metric text;
BEGIN
  FOREACH metric IN ARRAY ARRAY['installs', 'pre_registrations', 'sign_ups', 'leads', 'purchases'] LOOP
    EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO %I', changed, metric, metric || '_micros');
  END LOOP;
  EXECUTE format('ALTER TABLE %s ALTER installs_micros TYPE bigint USING installs_micros * 1000000,'
    ' ALTER pre_registrations_micros TYPE bigint USING pre_registrations_micros * 1000000,'
    ' ALTER sign_ups_micros TYPE bigint USING sign_ups_micros * 1000000, ALTER leads_micros TYPE bigint USING leads_micros * 1000000,'
    ' ALTER purchases_micros TYPE bigint USING purchases_micros * 1000000', changed);
END $$;
CALL keep_shared_counts_in_millionths('fact');
CALL keep_shared_counts_in_millionths('fact_history');
CALL keep_shared_counts_in_millionths('rollup_account_day');
CALL keep_shared_counts_in_millionths('rollup_campaign_day');
DROP PROCEDURE keep_shared_counts_in_millionths;

CREATE FUNCTION shared_counts_in_millionths(totals jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT totals || coalesce(jsonb_object_agg(metric.key, metric.value::text::numeric * 1000000), '{}')
    FROM jsonb_each(totals) AS metric
   WHERE metric.key IN ('installs', 'preRegistrations', 'signUps', 'leads', 'purchases')
$$;
ALTER TABLE period_fetch ALTER totals TYPE jsonb USING shared_counts_in_millionths(totals);
ALTER TABLE period_reading ALTER totals TYPE jsonb USING shared_counts_in_millionths(totals);
ALTER TABLE reconciliation ALTER platform TYPE jsonb USING shared_counts_in_millionths(platform),
  ALTER stored TYPE jsonb USING shared_counts_in_millionths(stored);
DROP FUNCTION shared_counts_in_millionths;
