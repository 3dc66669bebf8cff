package io.outlay.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OrganizationDetailsTests {

  private static final OrganizationDetails DEMO =
      OrganizationDetails.of("demo-games", "Demo Games", "USD", "Asia/Seoul");

  @Test
  void readsWhatAPersonWrites() {
    assertThat(OrganizationDetails.of("demo-games", " Demo Games ", "USD", "Asia/Seoul"))
        .isEqualTo(
            new OrganizationDetails("demo-games", "Demo Games", "USD", ZoneId.of("Asia/Seoul")));
  }

  @Test
  void changesOnlyWhatIsGiven() {
    assertThat(DEMO.with(null, "KRW", null))
        .isEqualTo(OrganizationDetails.of("demo-games", "Demo Games", "KRW", "Asia/Seoul"));
    assertThat(DEMO.with(null, null, null)).isEqualTo(DEMO);
  }

  @Test
  void rejectsUnknownCurrency() {
    assertThatThrownBy(() -> DEMO.with(null, "usd", null))
        .isInstanceOf(BadRequest.class)
        .hasMessage("currencyCode is \"usd\"; expected an ISO 4217 code such as USD or KRW.");
  }

  @Test
  void rejectsUnknownTimeZone() {
    assertThatThrownBy(() -> DEMO.with(null, null, "Seoul"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("timeZone is \"Seoul\"");
  }

  @Test
  void rejectsKeysThatDoNotFitATokenOrACommandLine() {
    for (String key : new String[] {"", "a", "Demo", "1demo", "demo games", "demo\u0000"}) {
      assertThatThrownBy(() -> OrganizationDetails.of(key, "Demo", "USD", "UTC"))
          .as(key)
          .isInstanceOf(BadRequest.class)
          .hasMessageStartingWith("key is ");
    }
  }

  @Test
  void rejectsBlankOverlongAndUnprintableNames() {
    for (String name : new String[] {" ", "x".repeat(201), "Demo\u0000Games"}) {
      assertThatThrownBy(() -> DEMO.with(name, null, null))
          .isInstanceOf(BadRequest.class)
          .hasMessageStartingWith("name is ");
    }
  }
}
