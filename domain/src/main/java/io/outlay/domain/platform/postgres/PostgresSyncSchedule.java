package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.platform.SyncSchedule;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Asks for due syncs by one statement, so that several processes may do it side by side. */
public final class PostgresSyncSchedule implements SyncSchedule {

  private static final int AT_ONCE = 100;

  private static final String SUBMIT =
      """
      WITH due AS (
        SELECT organization_id, ad_account_id FROM platform_access
         WHERE state = 'CONNECTED' AND next_sync_at <= $1
         ORDER BY next_sync_at LIMIT $2
         FOR UPDATE SKIP LOCKED),
      moved AS (
        UPDATE platform_access p SET next_sync_at = $1 + make_interval(mins => p.sync_minutes)
          FROM due WHERE p.organization_id = due.organization_id AND p.ad_account_id = due.ad_account_id
        RETURNING p.organization_id, p.ad_account_id)
      INSERT INTO job (organization_id, kind, exclusion, request, requested_by, ad_account_ids)
      SELECT m.organization_id, $3, m.ad_account_id::text, jsonb_build_object('adAccountId', m.ad_account_id, 'askedAt', $4::text, 'fromKept', false),
             'schedule', ARRAY[m.ad_account_id]
        FROM moved m
       WHERE NOT EXISTS (SELECT FROM job j
                          WHERE j.organization_id = m.organization_id AND j.kind = $3 AND j.exclusion = m.ad_account_id::text
                            AND j.state IN ('WAITING', 'RUNNING'))
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresSyncSchedule(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> submitDue(String kind, Instant now) {
    return database.asSystem().update(SUBMIT, List.of(now, AT_ONCE, kind, now.toString()));
  }
}
