-- Units of a currency for one euro, a row for each calendar day: a day without a quotation carries the last one of at most seven
-- days before. Organization 0 holds the tables that all organizations share.
CREATE TABLE exchange_rate (
  organization_id bigint NOT NULL,
  table_name      text COLLATE "C" NOT NULL,
  currency_code   text COLLATE "C" NOT NULL,
  day             date NOT NULL,
  per_euro        numeric NOT NULL CHECK (per_euro > 0 AND per_euro <> 'NaN' AND per_euro < 'Infinity'),
  quoted_on       date NOT NULL CHECK (quoted_on <= day AND quoted_on >= day - 7),
  source          text NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (organization_id, table_name, currency_code, day)
);
CALL secure_by_organization('exchange_rate');
CREATE POLICY shared_tables ON exchange_rate FOR SELECT TO outlay_app USING (organization_id = 0 AND (SELECT current_organization()) IS NOT NULL);

-- What was known before a correction, for answers as of then.
CREATE TABLE exchange_rate_history (
  organization_id bigint NOT NULL,
  table_name      text COLLATE "C" NOT NULL,
  currency_code   text COLLATE "C" NOT NULL,
  day             date NOT NULL,
  per_euro        numeric NOT NULL,
  quoted_on       date NOT NULL,
  source          text NOT NULL,
  recorded_at     timestamptz NOT NULL,
  replaced_at     timestamptz NOT NULL,
  PRIMARY KEY (organization_id, table_name, currency_code, day, replaced_at)
);
CALL secure_by_organization('exchange_rate_history');
CREATE POLICY shared_tables ON exchange_rate_history FOR SELECT TO outlay_app USING (organization_id = 0 AND (SELECT current_organization()) IS NOT NULL);

-- The exact quotient to / from, rounded half to even to 12 decimals. Division of numerics is not exact, div() is: the rest decides.
-- One expression without a subquery, so that it is inlined.
CREATE FUNCTION conversion_rate(from_per_euro numeric, to_per_euro numeric) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (div(to_per_euro * 1000000000000, from_per_euro)
          + CASE sign(2 * (to_per_euro * 1000000000000 - div(to_per_euro * 1000000000000, from_per_euro) * from_per_euro) - from_per_euro)
              WHEN 1 THEN 1
              WHEN 0 THEN mod(div(to_per_euro * 1000000000000, from_per_euro), 2)
              ELSE 0
            END) * 0.000000000001;
COMMENT ON FUNCTION conversion_rate(numeric, numeric) IS 'What an amount is multiplied with to convert it; both arguments are units for one euro.';
