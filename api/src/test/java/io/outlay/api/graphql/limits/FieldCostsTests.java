package io.outlay.api.graphql.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import io.outlay.api.contract.Contract;
import io.outlay.api.graphql.limits.FieldCosts.Cost;
import org.junit.jupiter.api.Test;

class FieldCostsTests {

  private final FieldCosts costs = new FieldCosts();

  @Test
  void everyListedFieldIsOneOfTheSchema() {
    assertThat(costs.names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(field(name)).as(name).isNotNull());
  }

  @Test
  void fieldsNotListedFollowTheRule() {
    assertThat(costs.of("Query", field("Query.campaigns"))).isEqualTo(new Cost(1, 0));
    assertThat(costs.of("PerformanceReport", field("PerformanceReport.rows")))
        .isEqualTo(new Cost(1, 0));
    assertThat(costs.of("Campaign", field("Campaign.name"))).isEqualTo(new Cost(0, 0));
  }

  private static GraphQLFieldDefinition field(String name) {
    String[] parts = name.split("\\.", -1);
    return Contract.SCHEMA.getFieldDefinition(FieldCoordinates.coordinates(parts[0], parts[1]));
  }
}
