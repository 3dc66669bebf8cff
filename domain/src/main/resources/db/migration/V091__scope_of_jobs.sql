-- What a job may touch, by the limits of the token that asked for it, and what it speaks of once its first pass has told.
-- By both, a limited token is shown the jobs that lie within its own limits.
ALTER TABLE job
  ADD COLUMN ad_account_ids       bigint[],
  ADD COLUMN channel_ids          bigint[],
  ADD COLUMN channel_key          text,
  ADD COLUMN account_external_ids text[];
