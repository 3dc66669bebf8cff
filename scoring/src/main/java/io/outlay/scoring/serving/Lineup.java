package io.outlay.scoring.serving;

import io.outlay.domain.risk.ModelRole;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.UserFeatures;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.registry.ServedModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models at work for one organization and kind, with one set of features that serves them all,
 * so that one query reads for each of them.
 */
final class Lineup {

  private static final AtomicLong NEXT = new AtomicLong();

  private final long number = NEXT.incrementAndGet();
  private final FeatureSet features;
  private final Seat champion;
  private final Optional<Seat> challenger;
  private final List<Seat> shadows;

  private Lineup(
      FeatureSet features, Seat champion, Optional<Seat> challenger, List<Seat> shadows) {
    this.features = features;
    this.champion = champion;
    this.challenger = challenger;
    this.shadows = shadows;
  }

  static Lineup of(ServedModels models) {
    FeatureSet features = union(models);
    List<String> names = features.names();
    List<Seat> others =
        models.others().stream()
            .map(other -> seat(other.model(), other.role(), names, other))
            .toList();
    return new Lineup(
        features,
        seat(models.champion(), ModelRole.CHAMPION, names, null),
        others.stream().filter(seat -> seat.role() == ModelRole.CHALLENGER).findFirst(),
        others.stream().filter(seat -> seat.role() == ModelRole.SHADOW).toList());
  }

  /** Tells this lineup from all others of the process. */
  long number() {
    return number;
  }

  /** What is read for a user. */
  FeatureSet features() {
    return features;
  }

  /** The model whose score the user is shown. */
  Seat shownTo(long userId) {
    return challenger
        .filter(seat -> StableShare.includes(userId, seat.experimentId(), seat.share()))
        .orElse(champion);
  }

  /** The model whose scores are shown to all but the challenger's users. */
  Seat champion() {
    return champion;
  }

  /** Models that score beside it and are not shown. */
  List<Seat> shadows() {
    return shadows;
  }

  private static FeatureSet union(ServedModels models) {
    Map<String, FeatureDefinition> byName = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(models.champion()), models.others().stream().map(ServedModels.Other::model))
        .flatMap(model -> model.features().definitions().stream())
        .forEach(definition -> byName.putIfAbsent(definition.name(), definition));
    return new FeatureSet(List.copyOf(byName.values()));
  }

  private static Seat seat(
      ServedModel model, ModelRole role, List<String> names, ServedModels.@Nullable Other other) {
    int[] columns = model.features().names().stream().mapToInt(names::indexOf).toArray();
    return new Seat(
        model,
        role,
        other == null ? 1 : other.share(),
        other == null ? 0 : other.experimentId(),
        columns);
  }

  /**
   * A model at work.
   *
   * @param share of the users it is shown to, from 0 to 1
   * @param experimentId the experiment it belongs to; 0 for none
   * @param columns place of each of its features among those read
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, never compared
  record Seat(ServedModel model, ModelRole role, double share, long experimentId, int[] columns) {

    /** The features of one user in the model's order. */
    float[] values(UserFeatures user) {
      float[] values = new float[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = user.values()[columns[i]];
      }
      return values;
    }

    FeatureMatrix rows(List<float[]> users) {
      float[] all = new float[users.size() * columns.length];
      for (int row = 0; row < users.size(); row++) {
        System.arraycopy(users.get(row), 0, all, row * columns.length, columns.length);
      }
      return new FeatureMatrix(all, users.size(), columns.length);
    }
  }
}
