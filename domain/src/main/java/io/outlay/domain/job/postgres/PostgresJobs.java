package io.outlay.domain.job.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.job.NewJob;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization's jobs in table {@code job}. */
public final class PostgresJobs implements Jobs {

  private static final String MATCHING =
      " FROM job WHERE organization_id = $1 AND (cardinality($2::text[]) = 0 OR kind = ANY($2))"
          + " AND (cardinality($3::text[]) = 0 OR state = ANY($3))";

  /**
   * Jobs that reach no farther, by the limits themselves or by the channels of the accounts they
   * are limited to, or that speak only of accounts within the scope.
   */
  private static final String WITHIN =
      """
       AND (($2::bigint[] IS NULL AND $3::bigint[] IS NULL)
         OR (($2 IS NULL OR job.ad_account_ids <@ $2) AND ($3 IS NULL OR job.channel_ids <@ $3))
         OR (job.ad_account_ids IS NOT NULL AND ($2 IS NULL OR job.ad_account_ids <@ $2) AND NOT EXISTS (
              SELECT FROM unnest(job.ad_account_ids) AS reached (id)
               WHERE NOT EXISTS (
                 SELECT FROM ad_account a
                  WHERE a.organization_id = $1 AND a.ad_account_id = reached.id AND a.channel_id = ANY ($3))))
         OR (job.channel_key IS NOT NULL AND NOT EXISTS (
              SELECT FROM unnest(job.account_external_ids) AS spoken (external_id)
               WHERE NOT EXISTS (
                 SELECT FROM ad_account a
                   JOIN channel c ON c.organization_id = a.organization_id AND c.channel_id = a.channel_id
                  WHERE a.organization_id = $1 AND a.external_id = spoken.external_id AND c.key = job.channel_key
                    AND ($2 IS NULL OR a.ad_account_id = ANY ($2)) AND ($3 IS NULL OR a.channel_id = ANY ($3))))))
      """;

  private static final String BY_IDS =
      "SELECT "
          + JobRows.COLUMNS
          + " FROM job WHERE job.organization_id = $1 AND job.job_id = ANY ($4)"
          + WITHIN;

  private static final String NEWEST =
      "SELECT "
          + JobRows.COLUMNS
          + " FROM job WHERE job.organization_id = $1"
          + " AND (cardinality($4::text[]) = 0 OR job.kind = ANY ($4))"
          + " AND (cardinality($5::text[]) = 0 OR job.state = ANY ($5))"
          + " AND ($6::bigint IS NULL OR job.job_id < $6)"
          + WITHIN
          + " ORDER BY job.job_id DESC LIMIT $7";

  private static final String SUBMIT =
      "INSERT INTO job (organization_id, kind, exclusion, request, requested_by, ad_account_ids,"
          + " channel_ids) VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7) RETURNING "
          + JobRows.COLUMNS;

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresJobs(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<Job> submit(NewJob job, Audit<Job> audit) {
    List<Object> values =
        List.of(
            job.organization().value(),
            job.kind(),
            job.exclusion(),
            job.request(),
            job.requestedBy(),
            Nulls.ids(job.scope().adAccountIds()),
            Nulls.ids(job.scope().channelIds()));
    return database
        .inOrganization(job.organization())
        .transaction(
            session ->
                session
                    .query(SUBMIT, values, JobRows::job)
                    .single()
                    .flatMap(stored -> log.append(session, audit, stored)))
        .single();
  }

  @Override
  public Flux<Job> byIds(OrganizationId organization, Scope scope, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(
            BY_IDS,
            List.of(
                organization.value(),
                Nulls.ids(scope.adAccountIds()),
                Nulls.ids(scope.channelIds()),
                Nulls.ids(ids)),
            JobRows::job);
  }

  @Override
  public Flux<Job> newest(
      OrganizationId organization,
      Scope scope,
      JobFilter filter,
      @Nullable Long before,
      int limit) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST,
            List.of(
                organization.value(),
                Nulls.ids(scope.adAccountIds()),
                Nulls.ids(scope.channelIds()),
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
