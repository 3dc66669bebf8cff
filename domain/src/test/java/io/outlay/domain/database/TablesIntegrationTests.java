package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Rules that hold for every table, also for those of migrations to come. */
class TablesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final OrganizationId FIRST = MIGRATED.addOrganization("first");
  private static final OrganizationId SECOND = MIGRATED.addOrganization("second");

  /** All but Flyway's own table and the log's positions: a partition carries records of many. */
  private static final String TABLES_OF_ORGANIZATIONS =
      """
      SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition AND c.relname NOT IN ('flyway_schema_history', 'log_position')
      """;

  private static final String HAS_ORGANIZATION =
      """
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id'
                      AND NOT a.attisdropped)
      """;

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void everyTableBelongsToOrganizations() throws SQLException {
    assertThat(names(TABLES_OF_ORGANIZATIONS + " AND NOT (true " + HAS_ORGANIZATION + ")"))
        .isEmpty();
    assertThat(names(TABLES_OF_ORGANIZATIONS + HAS_ORGANIZATION))
        .contains("organization", "api_token", "audit_event", "slice", "fact", "job");
  }

  @Test
  void everyTableForcesRowLevelSecurity() throws SQLException {
    assertThat(
            names(
                TABLES_OF_ORGANIZATIONS + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
        .isEmpty();
  }

  @Test
  void everyPolicyOfTheApplicationAsksForTheOrganization() throws SQLException {
    String lax =
        """
        SELECT tablename || '.' || policyname FROM pg_policies
         WHERE schemaname = 'public' AND NOT roles = '{outlay_system}'
           AND (qual NOT LIKE '%current_organization()%' OR qual IS NULL AND cmd <> 'INSERT')
        """;
    assertThat(names(lax)).isEmpty();
  }

  @Test
  void partitionsAreReachedThroughTheirTableOnly() throws SQLException {
    String open =
        """
        SELECT c.relname FROM pg_class c
         WHERE c.relispartition AND c.relkind = 'r'
           AND (has_table_privilege('outlay_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
             OR has_table_privilege('outlay_system', c.oid, 'SELECT, INSERT, UPDATE, DELETE'))
        """;
    assertThat(names(open)).isEmpty();
  }

  @Test
  void everyKeyBeginsWithTheOrganization() throws SQLException {
    String astray =
        """
        SELECT c.relname FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
           AND NOT c.relispartition AND c.relname NOT IN ('flyway_schema_history', 'log_position')
           AND (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0])
               IS DISTINCT FROM 'organization_id'
        """;
    assertThat(names(astray)).isEmpty();
  }

  @Test
  void runTimeRolesCannotStepAroundTheRules() throws SQLException {
    assertThat(
            names(
                "SELECT rolname FROM pg_roles WHERE rolname IN ('outlay_app', 'outlay_system')"
                    + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR"
                    + " rolcanlogin)"))
        .isEmpty();
  }

  @Test
  void anUnscopedStatementSeesItsOwnOrganizationInEveryTable() throws SQLException {
    for (String table : names(TABLES_OF_ORGANIZATIONS)) {
      String unscoped = "SELECT DISTINCT organization_id FROM " + table;
      Database database = MIGRATED.database();

      assertThat(
              database
                  .inOrganization(FIRST)
                  .query(unscoped, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
                  .collectList()
                  .block(PATIENCE))
          .as(table)
          .isSubsetOf(FIRST.value(), 0L);
      StepVerifier.create(
              database
                  .inNoOrganization()
                  .query(unscoped + " WHERE organization_id > 0", List.of(), row -> table))
          .as(table)
          .verifyComplete();
    }
  }

  @Test
  void nobodyWritesForAnotherOrganization() {
    StepVerifier.create(
            MIGRATED
                .database()
                .inOrganization(FIRST)
                .update(
                    "INSERT INTO channel (organization_id, key, name) VALUES ($1, 'TV', 'TV')",
                    List.of(SECOND.value())))
        .verifyErrorSatisfies(
            error -> assertThat(error).hasMessageContaining("row-level security"));
    StepVerifier.create(
            MIGRATED
                .database()
                .inOrganization(FIRST)
                .update("UPDATE organization SET name = 'mine'", List.of()))
        .expectNext(1L)
        .verifyComplete();
  }

  private static List<String> names(String sql) throws SQLException {
    try (var connection = MIGRATED.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
