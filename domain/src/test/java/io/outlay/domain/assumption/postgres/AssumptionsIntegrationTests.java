package io.outlay.domain.assumption.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.assumption.Assumptions;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AssumptionsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final OrganizationId ORGANIZATION = MIGRATED.addOrganization("assuming");
  private static final Assumptions ASSUMPTIONS = new PostgresAssumptions(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void replacesAllAtOnceAndDoesNothingForTheSame() {
    List<Assumption> first =
        List.of(assumption("0.10", "2026-01-01"), assumption("0", "2026-03-01"));
    Assumptions.Change change = await(ASSUMPTIONS.replace(ORGANIZATION, first, Audit.none()));
    assertThat(change.before()).isEmpty();
    assertThat(change.after()).extracting(Assumption::firstDay).hasSize(2).isSorted();

    Assumptions.Change same =
        await(
            ASSUMPTIONS.replace(
                ORGANIZATION,
                List.of(assumption("0.0", "2026-03-01"), assumption("0.1", "2026-01-01")),
                Audit.none()));
    assertThat(same.after()).isEqualTo(change.after());

    Assumptions.Change cleared = await(ASSUMPTIONS.replace(ORGANIZATION, List.of(), Audit.none()));
    assertThat(cleared.before()).isEqualTo(change.after());
    assertThat(await(ASSUMPTIONS.all(ORGANIZATION))).isEmpty();
  }

  private static Assumption assumption(String vat, String from) {
    return new Assumption(
        0,
        null,
        null,
        LocalDate.parse(from),
        null,
        new BigDecimal(vat),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        new BigDecimal("0.7"));
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
