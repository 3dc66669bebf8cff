package io.outlay.api.embedded;

import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServiceException;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts those embedded services whose addresses are not set, and adds their addresses below every
 * real setting. In profile {@code production} it starts nothing. Runs after all configuration files
 * have been read.
 */
class EmbeddedServicesStarter implements EnvironmentPostProcessor, Ordered {
  static final String HOME = "outlay.home";
  static final String SOURCE = "embeddedServices";
  private static final String DEFAULT_HOME = ".outlay";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Set<ServiceKind> missing = AddressSettings.missingIn(environment);
    if (missing.isEmpty()
        || environment.acceptsProfiles(Profiles.of("production"))
        || environment.getPropertySources().contains(SOURCE)) {
      return;
    }
    EmbeddedServices services = start(options(environment).only(missing));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource(SOURCE, AddressSettings.of(services, missing)));
  }

  private static EmbeddedOptions options(ConfigurableEnvironment environment) {
    return EmbeddedOptions.in(Path.of(environment.getProperty(HOME, DEFAULT_HOME)))
        .reportingTo(System.out::println);
  }

  private static EmbeddedServices start(EmbeddedOptions options) {
    try {
      return ServicesOfThisProcess.running(options);
    } catch (EmbeddedServiceException e) {
      throw new EmbeddedStartFailure(e);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
