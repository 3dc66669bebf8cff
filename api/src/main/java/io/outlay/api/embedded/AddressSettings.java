package io.outlay.api.embedded;

import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The ordinary Spring settings that say where PostgreSQL, Redis and Kafka are. */
final class AddressSettings {

  private AddressSettings() {}

  /** The services whose address is not set, or set to nothing. */
  static Set<ServiceKind> missingIn(Environment environment) {
    Set<ServiceKind> missing = EnumSet.noneOf(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      if (!StringUtils.hasText(environment.getProperty(name(kind)))) {
        missing.add(kind);
      }
    }
    return missing;
  }

  private static String name(ServiceKind kind) {
    return switch (kind) {
      case POSTGRESQL -> "spring.r2dbc.url";
      case REDIS -> "spring.data.redis.url";
      case KAFKA -> "spring.kafka.bootstrap-servers";
    };
  }

  /** The settings that lead to these running services. */
  static Map<String, Object> of(EmbeddedServices services, Set<ServiceKind> kinds) {
    Map<String, Object> settings = new HashMap<>();
    kinds.forEach(kind -> settings.put(name(kind), address(services, kind)));
    if (kinds.contains(ServiceKind.POSTGRESQL)) {
      settings.put("spring.r2dbc.username", services.postgres().username());
      settings.put("spring.r2dbc.password", services.postgres().password());
    }
    return settings;
  }

  private static String address(EmbeddedServices services, ServiceKind kind) {
    return switch (kind) {
      case POSTGRESQL -> services.postgres().r2dbcUrl();
      case REDIS -> services.redis().url();
      case KAFKA -> services.kafka().bootstrapServers();
    };
  }
}
