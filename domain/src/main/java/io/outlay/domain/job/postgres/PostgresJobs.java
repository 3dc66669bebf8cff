package io.outlay.domain.job.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization's jobs in table {@code job}. */
public final class PostgresJobs implements Jobs {

  private static final String MATCHING =
      " FROM job WHERE organization_id = $1 AND (cardinality($2::text[]) = 0 OR kind = ANY($2))"
          + " AND (cardinality($3::text[]) = 0 OR state = ANY($3))";

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresJobs(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<Job> submit(
      OrganizationId organization,
      String kind,
      String request,
      String requestedBy,
      Audit<Job> audit) {
    String sql =
        "INSERT INTO job (organization_id, kind, request, requested_by) VALUES ($1, $2, $3::jsonb,"
            + " $4) RETURNING "
            + JobRows.COLUMNS;
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(
                        sql,
                        List.of(organization.value(), kind, request, requestedBy),
                        JobRows::job)
                    .single()
                    .flatMap(job -> log.append(session, audit, job)))
        .single();
  }

  @Override
  public Mono<Job> find(OrganizationId organization, long id) {
    String sql =
        "SELECT " + JobRows.COLUMNS + " FROM job WHERE organization_id = $1 AND job_id = $2";
    return database
        .inOrganization(organization)
        .one(sql, List.of(organization.value(), id), JobRows::job);
  }

  @Override
  public Flux<Job> newest(
      OrganizationId organization, JobFilter filter, @Nullable Long before, int limit) {
    String sql =
        "SELECT "
            + JobRows.COLUMNS
            + MATCHING
            + " AND ($4::bigint IS NULL OR job_id < $4) ORDER BY job_id DESC LIMIT $5";
    return database
        .inOrganization(organization)
        .query(
            sql,
            List.of(
                organization.value(),
                kinds(filter),
                states(filter),
                Nulls.orNull(before, Long.class),
                limit),
            JobRows::job);
  }

  @Override
  public Mono<Long> count(OrganizationId organization, JobFilter filter) {
    return database
        .inOrganization(organization)
        .one(
            "SELECT count(*) AS matching" + MATCHING,
            List.of(organization.value(), kinds(filter), states(filter)),
            row -> JobRows.value(row, "matching", Long.class));
  }

  private static String[] kinds(JobFilter filter) {
    return filter.kinds().toArray(String[]::new);
  }

  private static String[] states(JobFilter filter) {
    return filter.states().stream().map(JobState::name).toArray(String[]::new);
  }
}
