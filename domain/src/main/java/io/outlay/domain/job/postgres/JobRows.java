package io.outlay.domain.job.postgres;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of table {@code job}. */
final class JobRows {

  static final String COLUMNS =
      """
      job.organization_id, job.job_id, job.kind, job.state, job.request::text AS request, job.result::text AS result,
      job.progress_done, job.progress_total, job.error_code, job.error_message, job.requested_by, job.ad_account_ids, job.channel_ids, job.created_at,
      job.started_at, job.finished_at\
      """;

  private JobRows() {}

  static Job job(Readable row) {
    return new Job(
        new OrganizationId(value(row, "organization_id", Long.class)),
        value(row, "job_id", Long.class),
        value(row, "kind", String.class),
        JobState.valueOf(value(row, "state", String.class)),
        value(row, "request", String.class),
        row.get("result", String.class),
        value(row, "progress_done", Long.class),
        row.get("progress_total", Long.class),
        row.get("error_code", String.class),
        row.get("error_message", String.class),
        value(row, "requested_by", String.class),
        new Scope(ids(row, "ad_account_ids"), ids(row, "channel_ids")),
        value(row, "created_at", Instant.class),
        row.get("started_at", Instant.class),
        row.get("finished_at", Instant.class));
  }

  private static @Nullable Set<Long> ids(Readable row, String column) {
    Long[] ids = row.get(column, Long[].class);
    return ids == null ? null : Set.of(ids);
  }

  static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
