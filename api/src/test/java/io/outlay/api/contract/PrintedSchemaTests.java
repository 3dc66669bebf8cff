package io.outlay.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The printed schema is a committed file, so that each change is seen in review next to the client
 * operations it touches. {@code -Doutlay.schema=apply} writes it anew.
 */
class PrintedSchemaTests {

  private static final Path PRINTED = Contract.FOLDER.resolve("main/resources/schema.graphql");

  @Test
  void theCommittedSchemaIsTheServersOwn() throws IOException {
    String running = Contract.print(Contract.SCHEMA);
    if ("apply".equals(System.getProperty("outlay.schema"))) {
      Files.createDirectories(PRINTED.getParent());
      Files.writeString(PRINTED, running);
    }

    assertThat(Files.readString(PRINTED))
        .as(
            "to write it anew: mvn -pl api -am test -Dtest=PrintedSchemaTests"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Doutlay.schema=apply")
        .isEqualTo(running);
  }
}
