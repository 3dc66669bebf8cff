package io.outlay.scoring.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands on the shelf for one organization and kind.
 *
 * @param generation of announcements in which it was read
 * @param version of the registry it was read at
 * @param served empty where there is no model, or none that can be loaded
 * @param problems models that should serve and cannot be loaded
 */
record Shelved(
    int generation, long version, Optional<ServedModels> served, List<ModelProblem> problems) {

  Shelved {
    problems = List.copyOf(problems);
  }

  /** Models at hand, so that those which stay are not loaded again. */
  Optional<ServedModel> model(long id) {
    return models().filter(model -> model.id() == id).findFirst();
  }

  int modelCount() {
    return (int) models().count();
  }

  Shelved confirmed(int inGeneration) {
    return new Shelved(inGeneration, version, served, problems);
  }

  private Stream<ServedModel> models() {
    return served.stream()
        .flatMap(
            models ->
                Stream.concat(
                    Stream.of(models.champion()),
                    models.others().stream().map(ServedModels.Other::model)));
  }
}
