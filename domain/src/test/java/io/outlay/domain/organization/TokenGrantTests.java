package io.outlay.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenGrantTests {

  private static final Scope ONE_CHANNEL = new Scope(null, Set.of(7L));

  @Test
  void refusesALimitForAnAdmin() {
    assertThatThrownBy(() -> new TokenGrant("CI", Role.ADMIN, ONE_CHANNEL, null))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("ADMIN");
  }

  @Test
  void refusesNamesNobodyCanRead() {
    for (String name : new String[] {"", "  ", "a\nb", "x".repeat(101)}) {
      assertThatThrownBy(() -> new TokenGrant(name, Role.ANALYST, Scope.EVERYTHING, null))
          .isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void tellsTheAuditLogItsLimits() {
    Instant end = Instant.parse("2027-01-01T00:00:00Z");

    Map<String, Object> fields =
        new TokenGrant("Tool", Role.ANALYST, new Scope(Set.of(3L, 1L), null), end).auditFields();

    assertThat(fields)
        .isEqualTo(
            Map.of(
                "name", "Tool",
                "role", "ANALYST",
                "adAccountIds", List.of(1L, 3L),
                "expiresAt", "2027-01-01T00:00:00Z"));
  }
}
