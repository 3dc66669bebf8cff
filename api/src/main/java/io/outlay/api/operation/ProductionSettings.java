package io.outlay.api.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Ends a start in profile {@code production} where a setting is missing that nobody but the
 * operator can give, and names all of them at once. Runs after all configuration files were read.
 */
final class ProductionSettings implements EnvironmentPostProcessor, Ordered {

  private record Required(String name, String meaning) {}

  private static final List<Required> OF_A_COMMAND =
      List.of(
          new Required("spring.r2dbc.url", "PostgreSQL, as r2dbc:postgresql://host:5432/outlay"),
          new Required("spring.r2dbc.username", "login that owns Outlay's tables"),
          new Required("spring.r2dbc.password", "its password"));

  private static final List<Required> OF_THE_SERVER =
      List.of(
          new Required("spring.data.redis.url", "Redis, as redis://host:6379"),
          new Required("spring.kafka.bootstrap-servers", "Kafka, as host:9092"),
          new Required(
              "outlay.secrets.cursor-key", "32 random bytes as base64: openssl rand -base64 32"),
          new Required(
              "outlay.secrets.user-key",
              "32 random bytes as base64, for hashes of devices and addresses; the same for ever"),
          new Required(
              "outlay.encryption.keys",
              "keys of ad account credentials, as 2026a:<32 random bytes as base64>"),
          new Required("outlay.encryption.key-id", "id of the key for new credentials, as 2026a"));

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.acceptsProfiles(Profiles.of("production"))) {
      return;
    }
    List<String> missing = new ArrayList<>(missing(OF_A_COMMAND, environment));
    if (!environment.getProperty("outlay.command", Boolean.class, false)) {
      missing.addAll(missing(OF_THE_SERVER, environment));
    }
    if (!missing.isEmpty()) {
      throw new MissingSettings(missing);
    }
  }

  /** After the configuration files, before anything embedded would be thought of. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }

  private static List<String> missing(List<Required> settings, Environment environment) {
    return settings.stream()
        .filter(setting -> !StringUtils.hasText(environment.getProperty(setting.name())))
        .map(ProductionSettings::told)
        .toList();
  }

  private static String told(Required setting) {
    return "%s (environment %s): %s"
        .formatted(setting.name(), environmentName(setting.name()), setting.meaning());
  }

  /** The name by which Spring reads a setting from the environment. */
  private static String environmentName(String setting) {
    return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
