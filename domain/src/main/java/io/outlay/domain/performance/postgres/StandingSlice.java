package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What is stored under a staged slice's own key.
 *
 * @param number of the staged slice
 * @param slice the stored one's identity; null when there is none
 * @param sequence the greatest sequence that has been decided for this key; 0 when there is none
 * @param level of the stored rows; null when there is none
 * @param isOwner false when another slice took over its days
 * @param hasEqualRows whether the rows are known to be the same
 * @param isToldAlike whether the same is told about them: level, goal, how whole and final they are
 */
record StandingSlice(
    int number,
    @Nullable Long slice,
    long sequence,
    @Nullable String level,
    boolean isOwner,
    boolean hasEqualRows,
    boolean isToldAlike) {

  private static final String SQL =
      """
      SELECT s.slice_no, own.slice_id, greatest(own.sequence, own.superseded_sequence, 0) AS sequence, own.level,
             own.superseded_sequence IS NULL AS is_owner,
             coalesce(own.content_hash = s.content_hash AND own.superseded_sequence IS NULL AND NOT s.is_partial, false) AS has_equal_rows,
             coalesce((own.level, own.dictionary_version, own.is_estimated, own.provisional_until, own.conversion_goal)
               IS NOT DISTINCT FROM (s.level, s.dictionary_version, s.is_estimated, s.provisional_until, s.conversion_goal)
               AND (s.source <> 'api' OR saw_whole_day(s.last_day, own.fetched_at, a.time_zone)
                                       = saw_whole_day(s.last_day, s.fetched_at, a.time_zone)), false) AS is_told_alike
        FROM staged_slice s
        JOIN ad_account a ON a.organization_id = $1 AND a.ad_account_id = s.ad_account_id
        LEFT JOIN slice own
          ON own.organization_id = $1 AND own.ad_account_id = s.ad_account_id AND own.last_day = s.last_day
         AND own.first_day = s.first_day AND own.measurer = s.measurer AND own.view = s.view AND own.source = s.source
      """;

  static Flux<StandingSlice> read(Session session, OrganizationId organization) {
    return session.query(
        SQL,
        List.of(organization.value()),
        row ->
            new StandingSlice(
                Rows.value(row, "slice_no", Integer.class),
                row.get("slice_id", Long.class),
                Rows.value(row, "sequence", Long.class),
                row.get("level", String.class),
                Rows.value(row, "is_owner", Boolean.class),
                Rows.value(row, "has_equal_rows", Boolean.class),
                Rows.value(row, "is_told_alike", Boolean.class)));
  }
}
