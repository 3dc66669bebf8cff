package io.outlay.scoring.serving;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.SmallModel;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.UserFeatures;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Features of users 1 to some thousands, told by a fake of the database. */
public final class KnownUsers implements FeatureReader {

  public final AtomicInteger queries = new AtomicInteger();
  public final Map<Long, Long> versions = new ConcurrentHashMap<>();
  private final FeatureMatrix rows = SmallModel.rows(1_000, 3);
  private final long known;
  private volatile Mono<Void> before = Mono.empty();

  public KnownUsers(long known) {
    this.known = known;
  }

  /** Each query waits for this first. */
  public void answerAfter(Mono<Void> signal) {
    before = signal;
  }

  @Override
  public Mono<FeatureSet> features(OrganizationId organization, RiskKind kind) {
    return Mono.just(Served.FEATURES);
  }

  @Override
  public Mono<Map<Long, UserFeatures>> read(
      OrganizationId organization, FeatureSet features, Collection<Long> userIds, Instant at) {
    return Mono.defer(
        () -> {
          queries.incrementAndGet();
          return before.then(Mono.fromSupplier(() -> found(userIds, at)));
        });
  }

  private Map<Long, UserFeatures> found(Collection<Long> userIds, Instant at) {
    return userIds.stream()
        .filter(user -> user >= 1 && user <= known)
        .collect(Collectors.toMap(user -> user, user -> features(user, at)));
  }

  private UserFeatures features(long user, Instant at) {
    long version = versions.getOrDefault(user, 1L);
    int from = (int) ((user + 7 * version) % rows.rows()) * SmallModel.FEATURES;
    return new UserFeatures(
        user,
        version,
        at,
        at.minusSeconds(60),
        Arrays.copyOfRange(rows.values(), from, from + SmallModel.FEATURES),
        Set.of("feature_2"));
  }
}
