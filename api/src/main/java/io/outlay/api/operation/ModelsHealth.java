package io.outlay.api.operation;

import io.outlay.scoring.registry.LoadedModelShelf;
import io.outlay.scoring.registry.ModelProblem;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether every model that should serve can be loaded; where not, the one before it goes on. */
@Component("modelsHealthIndicator")
class ModelsHealth implements HealthIndicator {

  private final ObjectProvider<LoadedModelShelf> shelf;

  ModelsHealth(ObjectProvider<LoadedModelShelf> shelf) {
    this.shelf = shelf;
  }

  @Override
  public Health health() {
    List<ModelProblem> problems =
        shelf.stream().flatMap(loaded -> loaded.problems().stream()).toList();
    return problems.isEmpty()
        ? Health.up().build()
        : Degraded.because(problems.size() + " models cannot be loaded; those before them serve");
  }
}
