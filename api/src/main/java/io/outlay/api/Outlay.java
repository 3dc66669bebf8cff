package io.outlay.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.reactive.GraphQlWebFluxAutoConfiguration;

/** The Outlay server. */
@SpringBootApplication(
    exclude = GraphQlWebFluxAutoConfiguration.class) // Outlay has its own endpoint
public class Outlay {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Outlay.class, args);
  }
}
