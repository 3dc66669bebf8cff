package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The rows of table {@code slice}: one for each key, with what is told about its facts. */
final class SliceRows {

  private static final String MARK =
      """
      UPDATE staged_slice s SET verdict = m.verdict, slice_id = m.slice_id
        FROM unnest($1::int[], $2::text[], $3::bigint[]) AS m (slice_no, verdict, slice_id)
       WHERE s.slice_no = m.slice_no
      """;

  private static final String ADD =
      """
      WITH born AS (
        INSERT INTO slice (organization_id, ad_account_id, measurer, view, source, first_day, last_day, level, sequence, content_hash,
                           row_count, fetched_at, raw_input_id, dictionary_version, is_estimated, provisional_until, conversion_goal, changed_in)
        SELECT $1, s.ad_account_id, s.measurer, s.view, s.source, s.first_day, s.last_day, s.level, s.sequence, s.content_hash,
               s.row_count, s.fetched_at, s.raw_input_id, s.dictionary_version, s.is_estimated, s.provisional_until, s.conversion_goal, $2
          FROM staged_slice s WHERE s.verdict = 'NEW'
        RETURNING slice_id, ad_account_id, measurer, view, source, first_day, last_day)
      UPDATE staged_slice s SET slice_id = b.slice_id
        FROM born b
       WHERE (s.ad_account_id, s.measurer, s.view, s.source, s.first_day, s.last_day)
           = (b.ad_account_id, b.measurer, b.view, b.source, b.first_day, b.last_day)
      """;

  // A partial replacement leaves rows of before, so what it brought is not the hash of the whole:
  // none equals an empty one.
  private static final String RENEW =
      """
      UPDATE slice o
         SET sequence = s.sequence, fetched_at = s.fetched_at, raw_input_id = s.raw_input_id, level = s.level,
             content_hash = CASE WHEN s.is_partial THEN ''::bytea ELSE s.content_hash END,
             row_count = CASE WHEN s.is_partial
                              THEN (SELECT count(*) FROM fact f WHERE f.organization_id = $1 AND f.day = s.last_day AND f.slice_id = s.slice_id)
                              ELSE s.row_count END,
             dictionary_version = s.dictionary_version, is_estimated = s.is_estimated, provisional_until = s.provisional_until,
             conversion_goal = s.conversion_goal, superseded_sequence = NULL,
             changed_in = CASE WHEN $3 AND s.verdict = 'CHANGED' THEN $2 ELSE o.changed_in END
        FROM staged_slice s
       WHERE s.verdict IN ('CHANGED', 'SAME') AND o.organization_id = $1 AND o.slice_id = s.slice_id
      """;

  private static final String SUPERSEDE =
      """
      UPDATE slice SET superseded_sequence = m.sequence, row_count = 0, content_hash = '', changed_in = $2
        FROM unnest($3::bigint[], $4::bigint[]) AS m (slice_id, sequence)
       WHERE slice.organization_id = $1 AND slice.slice_id = m.slice_id
      """;

  private SliceRows() {}

  /** Writes the decisions beside the staged slices. */
  static Mono<Void> mark(Session session, List<Judgement> judgements) {
    return session
        .update(
            MARK,
            List.of(
                judgements.stream().map(Judgement::number).toArray(Integer[]::new),
                judgements.stream().map(j -> j.verdict().name()).toArray(String[]::new),
                judgements.stream().map(Judgement::slice).toArray(Long[]::new)))
        .then();
  }

  /** Makes rows for the new slices. */
  static Mono<Long> add(Session session, OrganizationId organization, long version) {
    return session.update(ADD, List.of(organization.value(), version));
  }

  /** Moves the rows of slices that were stored before. */
  static Mono<Long> renew(
      Session session, OrganizationId organization, long version, boolean haveRowsChanged) {
    return session.update(RENEW, List.of(organization.value(), version, haveRowsChanged));
  }

  /** Takes their days from the rivals; their rows stay to tell which slices were before. */
  static Mono<Long> supersede(
      Session session,
      OrganizationId organization,
      long version,
      List<Long> slices,
      List<Long> by) {
    return session.update(
        SUPERSEDE,
        List.of(
            organization.value(), version, slices.toArray(Long[]::new), by.toArray(Long[]::new)));
  }
}
