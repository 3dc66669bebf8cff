package io.outlay.domain.job.postgres;

import io.outlay.domain.job.JobLease;
import io.r2dbc.spi.Readable;

/**
 * Takes the job that waits longest, be it since it was asked for or since its lease ran out, unless
 * its organization already has one of the kind and exclusion at work.
 *
 * <p>Two workers that look at the same moment find the same job, and one of them is turned away by
 * its lock: an older job that waits keeps younger ones from being found just as one at work does,
 * so no order of commits lets two through.
 */
final class ClaimNextJob {

  static final String SQL =
      """
      WITH next AS MATERIALIZED (
        SELECT candidate.organization_id, candidate.job_id
          FROM job AS candidate
         WHERE candidate.kind = $1
           AND (candidate.state = 'WAITING' OR (candidate.state = 'RUNNING' AND candidate.lease_until < clock_timestamp()))
           AND NOT EXISTS (
             SELECT FROM job AS other
              WHERE other.organization_id = candidate.organization_id AND other.kind = $1
                AND other.exclusion = candidate.exclusion AND other.job_id <> candidate.job_id
                AND (other.state = 'RUNNING' OR (other.state = 'WAITING' AND other.job_id < candidate.job_id)))
         ORDER BY coalesce(candidate.lease_until, candidate.created_at), candidate.job_id
         LIMIT 1
         FOR UPDATE OF candidate SKIP LOCKED
      )
      UPDATE job
         SET state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp()), lease_number = lease_number + 1,
             lease_until = clock_timestamp() + make_interval(secs => $2)
        FROM next
       WHERE job.organization_id = next.organization_id AND job.job_id = next.job_id
      RETURNING
      """
          + " job.lease_number, job.checkpoint::text AS checkpoint, "
          + JobRows.COLUMNS;

  private ClaimNextJob() {}

  static JobLease lease(Readable row) {
    return new JobLease(
        JobRows.job(row),
        JobRows.value(row, "lease_number", Long.class),
        row.get("checkpoint", String.class));
  }
}
