package io.outlay.access;

import io.outlay.domain.organization.Viewer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** A server with real sign-in and a schema of a few fields. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "io.outlay.access",
  "io.outlay.api.database",
  "io.outlay.api.graphql",
  "io.outlay.api.operation",
  "io.outlay.api.pages",
  "io.outlay.api.security"
})
class AccessApplication {

  /** Answers what came through. */
  @Controller
  static class Fields {

    @QueryMapping
    String viewer(@ContextValue Viewer viewer) {
      return viewer.organization() + " " + viewer.role() + " " + viewer.actor();
    }

    @QueryMapping
    String performance() {
      return "seen";
    }

    @QueryMapping
    String auditEvents() {
      return "seen";
    }

    @QueryMapping
    String invented() {
      return "seen";
    }

    @MutationMapping
    String spendImport() {
      return "done";
    }

    @MutationMapping
    String apiTokenCreate() {
      return "done";
    }
  }
}
