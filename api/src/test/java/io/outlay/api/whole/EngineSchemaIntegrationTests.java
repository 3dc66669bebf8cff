package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import io.outlay.api.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

/** The schema of the running engine: every field answered, and the one clients are promised. */
class EngineSchemaIntegrationTests {

  @Test
  void everyFieldHasItsSourceAndEveryControllerItsField() {
    SchemaReport report = SharedServer.get().schemaReport();

    assertThat(report.unmappedFields()).isEmpty();
    assertThat(report.unmappedRegistrations()).isEmpty();
    assertThat(report.unmappedArguments()).isEmpty();
  }

  @Test
  void itIsTheSchemaClientsArePromised() throws IOException {
    String promised = Files.readString(Contract.FOLDER.resolve("main/resources/schema.graphql"));

    assertThat(Contract.print(schema())).isEqualTo(promised);
  }

  private static GraphQLSchema schema() {
    return SharedServer.get().bean(GraphQlSource.class).schema();
  }
}
