package io.outlay.api;

import io.outlay.api.commandline.CommandLines;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.reactive.GraphQlWebFluxAutoConfiguration;

/** The Outlay server, or one of its commands where one is named. */
@SpringBootApplication(exclude = GraphQlWebFluxAutoConfiguration.class) // we have our own
public class Outlay {

  /**
   * Starts the server; with a command's name as first argument runs that command and ends with its
   * exit code.
   */
  public static void main(String[] args) {
    if (CommandLines.isCommand(args)) {
      System.exit(CommandLines.run(args));
    }
    SpringApplication.run(Outlay.class, args);
  }
}
