package io.outlay.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class EmbeddedServicesStarterIntegrationTests {
  private final Map<String, Object> settings = new HashMap<>();

  @TempDir Path home;

  @Test
  void startsOnlyWhatHasNoAddressAndStartsItOnceForSeveralContexts() {
    externalPostgresAndKafka();
    try (ConfigurableApplicationContext first = run();
        ConfigurableApplicationContext second = run()) {
      String url = first.getEnvironment().getRequiredProperty("spring.data.redis.url");

      assertThat(url).startsWith("redis://default:").contains("@127.0.0.1:");
      assertThat(second.getEnvironment().getProperty("spring.data.redis.url")).isEqualTo(url);
      assertThat(first.getEnvironment().getProperty("spring.r2dbc.username")).isNull();
    }
  }

  @Test
  void startsNothingWhenAllAddressesAreSet() {
    externalPostgresAndKafka();
    settings.put("spring.data.redis.url", "redis://elsewhere:6379");
    try (ConfigurableApplicationContext context = run()) {
      assertThat(
              context
                  .getEnvironment()
                  .getPropertySources()
                  .contains(EmbeddedServicesStarter.SOURCE))
          .isFalse();
      assertThat(home).isEmptyDirectory();
    }
  }

  @Test
  void startsNothingInProduction() {
    settings.put("spring.profiles.active", "production");

    assertThatThrownBy(this::run).hasMessageContaining("spring.r2dbc.url");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void refusesAHomeThatAnotherServerUsesWithOneLineAndExitCodeOne() {
    externalPostgresAndKafka();
    EmbeddedOptions other = EmbeddedOptions.in(home).only(Set.of(ServiceKind.REDIS));
    try (EmbeddedServices holder = EmbeddedServices.start(other)) {
      assertThat(Files.exists(holder.home())).isTrue();
      assertThatThrownBy(this::run)
          .isInstanceOfSatisfying(
              EmbeddedStartFailure.class, failure -> assertThat(failure.getExitCode()).isEqualTo(1))
          .hasMessageContaining("is in use by another Outlay server")
          .hasMessageNotContaining("\n");
    }
  }

  private void externalPostgresAndKafka() {
    settings.put("spring.r2dbc.url", "r2dbc:postgresql://elsewhere/outlay");
    settings.put("spring.kafka.bootstrap-servers", "elsewhere:9092");
  }

  private ConfigurableApplicationContext run() {
    settings.put("outlay.home", home.toString());
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application.run(
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
