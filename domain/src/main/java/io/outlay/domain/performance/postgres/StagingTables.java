package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import reactor.core.publisher.Mono;

/**
 * The session's temporary tables, made once per connection and empty at each transaction's begin.
 *
 * <p>Temporary, because COPY cannot write into a table with row-level security; kept over
 * transactions, because making tables each time would swell the catalogs.
 */
final class StagingTables {

  private static final String PREPARE =
      """
      SET LOCAL statement_timeout = '60s';
      SET LOCAL plan_cache_mode = 'force_custom_plan';
      SET LOCAL work_mem = '64MB';
      SET LOCAL jit = off;
      SET LOCAL enable_mergejoin = off;
      SET LOCAL client_min_messages = 'warning';
      CREATE TEMP TABLE IF NOT EXISTS staged_slice (
        slice_no int NOT NULL, channel text, channel_name text, account text, account_name text, currency_code text,
        time_zone text, conversion_goal text, measurer text, view text, source text, first_day date, last_day date,
        level text, sequence bigint, content_hash bytea, row_count int, fetched_at timestamptz, raw_input_id bigint,
        dictionary_version int, is_estimated boolean, provisional_until date, is_partial boolean, job_id bigint,
        ad_account_id bigint, slice_id bigint, verdict text) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_entity (
        entity_no int NOT NULL, slice_no int NOT NULL, campaign text, campaign_name text, campaign_status text,
        ad_group text, ad_group_name text, ad text, ad_name text) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_segment (
        segment_no int NOT NULL, country text, age_range text, gender text, device text, attribution_window text) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_scope (slice_no int NOT NULL, campaign text NOT NULL) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_row (
        slice_no int NOT NULL, entity_no int NOT NULL, segment_no int NOT NULL, currency_code text COLLATE "C", reported int,
        %1$s) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_sum (
        slice_no int NOT NULL, entity_no int NOT NULL, currency_code text COLLATE "C", reported int,
        %1$s) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS known_entity (
        entity_no int NOT NULL, campaign_id bigint, ad_group_id bigint, ad_id bigint, is_renamed boolean NOT NULL) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS known_segment (segment_no int NOT NULL, segment_id bigint NOT NULL) ON COMMIT DELETE ROWS
      """
          .formatted(MetricColumns.declared());

  private StagingTables() {}

  /** Limits of this transaction, and the tables where the connection has none yet. */
  static Mono<Void> prepare(Session session) {
    return session
        .postgresql()
        .createStatement(PREPARE)
        .execute()
        .concatMap(result -> result.getRowsUpdated())
        .then();
  }

  /** Fills the tables. */
  static Mono<Void> fill(Session session, StagedText text) {
    return copy(session, "staged_row", text.rows())
        .then(copy(session, "staged_sum", text.sums()))
        .then(copy(session, "staged_slice", text.slices()))
        .then(copy(session, "staged_entity", text.entities()))
        .then(copy(session, "staged_segment", text.segments()))
        .then(copy(session, "staged_scope", text.scopes()));
  }

  private static Mono<Void> copy(Session session, String table, StagedText.Part part) {
    return part.isEmpty()
        ? Mono.empty()
        : session
            .postgresql()
            .copyIn("COPY " + table + part.columns() + " FROM STDIN", part.buffers())
            .then();
  }
}
