package io.outlay.api.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void namesEveryMissingSettingAtOnce() {
    environment.setActiveProfiles("production");
    environment.setProperty("spring.data.redis.url", "redis://cache:6379");
    environment.setProperty("spring.r2dbc.password", " ");

    assertThatThrownBy(this::check)
        .isInstanceOf(MissingSettings.class)
        .hasMessageContaining("spring.r2dbc.url (environment SPRING_R2DBC_URL)")
        .hasMessageContaining("spring.r2dbc.username")
        .hasMessageContaining("spring.r2dbc.password")
        .hasMessageContaining(
            "spring.kafka.bootstrap-servers (environment SPRING_KAFKA_BOOTSTRAP_SERVERS)")
        .hasMessageContaining("outlay.secrets.cursor-key (environment OUTLAY_SECRETS_CURSOR_KEY)")
        .hasMessageContaining("outlay.secrets.user-key (environment OUTLAY_SECRETS_USER_KEY)")
        .hasMessageContaining("outlay.encryption.keys (environment OUTLAY_ENCRYPTION_KEYS)")
        .hasMessageContaining("outlay.encryption.key-id")
        .hasMessageNotContaining("spring.data.redis.url");
  }

  @Test
  void asksACommandForTheDatabaseOnly() {
    environment.setActiveProfiles("production");
    environment.setProperty("outlay.command", "true");
    environment.setProperty("spring.r2dbc.url", "r2dbc:postgresql://db/outlay");
    environment.setProperty("spring.r2dbc.username", "outlay");
    environment.setProperty("spring.r2dbc.password", "secret");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void asksForNothingOutsideOfProduction() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    new ProductionSettings().postProcessEnvironment(environment, new SpringApplication());
  }
}
