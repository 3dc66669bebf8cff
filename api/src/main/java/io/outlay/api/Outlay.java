package io.outlay.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Outlay server. */
@SpringBootApplication
public class Outlay {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Outlay.class, args);
  }
}
