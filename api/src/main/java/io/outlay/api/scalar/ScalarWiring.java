package io.outlay.api.scalar;

import graphql.schema.idl.RuntimeWiring;
import io.outlay.schema.Scalars;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Gives the engine the scalars the SDL declares. */
@Component
class ScalarWiring implements RuntimeWiringConfigurer {

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    Scalars.all().forEach(wiring::scalar);
  }
}
