package io.outlay.domain.job.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.NewJob;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two channels with an account each, both of number 10 times the channel's. */
class JobsWithinReachIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final PostgresJobs jobs = new PostgresJobs(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aTokenOfAChannelSeesTheSyncsOfItsAccountsAndNoOthers() throws SQLException {
    OrganizationId organization = MIGRATED.addOrganization("reach");
    accounts(organization);
    Job ofFirst = sync(organization, 10);
    Job ofSecond = sync(organization, 20);

    assertThat(seen(organization, new Scope(null, Set.of(1L)))).containsExactly(ofFirst.id());
    assertThat(seen(organization, new Scope(null, Set.of(2L)))).containsExactly(ofSecond.id());
    assertThat(seen(organization, new Scope(Set.of(20L), null))).containsExactly(ofSecond.id());
    assertThat(seen(organization, new Scope(Set.of(20L), Set.of(1L)))).isEmpty();
    assertThat(seen(organization, new Scope(null, Set.of()))).isEmpty();
    assertThat(seen(organization, Scope.EVERYTHING)).hasSize(2);
  }

  private List<Long> seen(OrganizationId organization, Scope scope) {
    return Objects.requireNonNull(
        jobs.newest(organization, scope, JobFilter.ALL, null, 10)
            .map(Job::id)
            .collectList()
            .block(PATIENCE));
  }

  private Job sync(OrganizationId organization, long account) {
    return Objects.requireNonNull(
        jobs.submit(
                new NewJob(
                    organization,
                    "AD_ACCOUNT_SYNC",
                    Long.toString(account),
                    "{}",
                    "schedule",
                    new Scope(Set.of(account), null)),
                Audit.none())
            .block(PATIENCE));
  }

  private static void accounts(OrganizationId organization) throws SQLException {
    try (Connection connection = MIGRATED.superuser();
        Statement statement = connection.createStatement()) {
      for (int channel = 1; channel <= 2; channel++) {
        statement.execute(
            "INSERT INTO channel (organization_id, channel_id, key, name) VALUES (%d, %d, 'C%d', 'C')"
                .formatted(organization.value(), channel, channel));
        statement.execute(
            ("INSERT INTO ad_account (organization_id, ad_account_id, channel_id, external_id,"
                 + " name, currency_code, time_zone, conversion_goal) VALUES (%d, %d, %d, 'x', 'A',"
                 + " 'USD', 'UTC', 'PURCHASE')")
                .formatted(organization.value(), channel * 10, channel));
      }
    }
  }
}
