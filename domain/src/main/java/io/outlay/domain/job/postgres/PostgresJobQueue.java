package io.outlay.domain.job.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.LeaseLostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Leases over table {@code job}, by the database's clock alone. */
public final class PostgresJobQueue implements JobQueue {

  private final Database database;

  /** Uses the given database. */
  public PostgresJobQueue(Database database) {
    this.database = database;
  }

  @Override
  public Mono<JobLease> claim(String kind, Duration lease) {
    return database
        .asSystem()
        .one(ClaimNextJob.SQL, List.of(kind, seconds(lease)), ClaimNextJob::lease);
  }

  @Override
  public Mono<Void> extend(JobLease lease, Duration duration, JobProgress progress) {
    return change(
        lease,
        "lease_until = clock_timestamp() + make_interval(secs => $4), progress_done = $5,"
            + " progress_total = $6",
        seconds(duration),
        progress.done(),
        Nulls.orNull(progress.total(), Long.class));
  }

  @Override
  public Mono<Void> checkpoint(JobLease lease, String checkpoint) {
    return change(lease, "checkpoint = $4::jsonb", checkpoint);
  }

  @Override
  public Mono<Void> result(JobLease lease, String result) {
    return change(lease, "result = $4::jsonb", result);
  }

  @Override
  public Mono<Void> speaksOf(JobLease lease, String channelKey, Set<String> accountIds) {
    return change(
        lease,
        "channel_key = $4, account_external_ids = $5",
        channelKey,
        accountIds.toArray(String[]::new));
  }

  @Override
  public Mono<Void> succeed(JobLease lease, JobProgress progress) {
    return change(
        lease,
        "state = 'SUCCEEDED', finished_at = clock_timestamp(), lease_until = NULL,"
            + " progress_done = coalesce($5, $4), progress_total = $5",
        progress.done(),
        Nulls.orNull(progress.total(), Long.class));
  }

  @Override
  public Mono<Void> fail(JobLease lease, String code, String message) {
    return change(
        lease,
        "state = 'FAILED', finished_at = clock_timestamp(), lease_until = NULL, error_code = $4,"
            + " error_message = $5",
        code,
        message);
  }

  @Override
  public Mono<Void> release(JobLease lease, Duration pause) {
    return change(
        lease, "lease_until = clock_timestamp() + make_interval(secs => $4)", seconds(pause));
  }

  private Mono<Void> change(JobLease lease, String assignments, Object... values) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(lease.job().organization().value());
    parameters.add(lease.job().id());
    parameters.add(lease.number());
    parameters.addAll(List.of(values));
    String sql =
        "UPDATE job SET "
            + assignments
            + " WHERE organization_id = $1 AND job_id = $2 AND lease_number = $3 AND state ="
            + " 'RUNNING'";
    return database
        .inOrganization(lease.job().organization())
        .update(sql, parameters)
        .flatMap(
            changed ->
                changed == 1 ? Mono.empty() : Mono.error(new LeaseLostException(lease.job().id())));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
