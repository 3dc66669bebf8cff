package io.outlay.domain.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.organization.OrganizationId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEntryTests {

  @Test
  void refusesSecrets() {
    for (String field : new String[] {"token", "tokenHash", "Secret", "password"}) {
      assertThatThrownBy(
              () ->
                  new AuditEntry(
                      new OrganizationId(1),
                      "token:1 CI",
                      "apiTokenCreate",
                      "ApiToken",
                      "2",
                      null,
                      Map.of(field, "x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(field);
    }
  }
}
