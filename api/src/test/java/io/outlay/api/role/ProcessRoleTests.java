package io.outlay.api.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

class ProcessRoleTests {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void areAllWhereNothingIsSet() {
    assertThat(ProcessRole.of(environment)).containsExactly(ProcessRole.values());
  }

  @Test
  void areThoseOfTheSetting() {
    environment.setProperty("outlay.roles", "ingestion, alerts");
    assertThat(ProcessRole.of(environment))
        .isEqualTo(Set.of(ProcessRole.INGESTION, ProcessRole.ALERTS));
  }

  @Test
  void anUnknownOneEndsTheStartWithWhatWouldBeRight() {
    environment.setProperty("outlay.roles", "api,ingest");
    assertThatThrownBy(
            () -> new RoleCheck().postProcessEnvironment(environment, new SpringApplication()))
        .isInstanceOf(WrongRole.class)
        .hasMessage(
            "Outlay cannot start: outlay.roles (environment OUTLAY_ROLES) names \"ingest\";"
                + " expected one or more of api, ingestion, scoring, alerts, separated by commas.");
  }

  @Test
  void decideWhichPartsThereAre() {
    environment.setProperty("outlay.roles", "api");
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setEnvironment(environment);
      context.register(Parts.class);
      context.refresh();
      assertThat(context.getBeanNamesForType(String.class)).containsExactly("answers");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Parts {

    @Bean
    @ConditionalOnRole(ProcessRole.API)
    String answers() {
      return "answers";
    }

    @Bean
    @ConditionalOnRole(ProcessRole.INGESTION)
    String imports() {
      return "imports";
    }
  }
}
