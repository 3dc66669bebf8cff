package io.outlay.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.embedded.ServiceKind;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AddressSettingsTests {
  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void missesEveryServiceWhenNothingIsSet() {
    assertThat(AddressSettings.missingIn(environment))
        .containsExactlyInAnyOrder(ServiceKind.values());
  }

  @Test
  void missesNoServiceWhoseAddressIsSet() {
    environment.setProperty("spring.r2dbc.url", "r2dbc:postgresql://db/outlay");
    environment.setProperty("spring.kafka.bootstrap-servers", "broker:9092");

    assertThat(AddressSettings.missingIn(environment)).containsExactly(ServiceKind.REDIS);
  }

  @Test
  void takesAnEmptySettingForNone() {
    environment.setProperty("spring.data.redis.url", " ");

    assertThat(AddressSettings.missingIn(environment)).contains(ServiceKind.REDIS);
  }
}
