package io.outlay.scoring.feature;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Features of users as they are now. */
public interface FeatureReader {

  /** The features that models of a kind are made of, with those the organization imports. */
  Mono<FeatureSet> features(OrganizationId organization, RiskKind kind);

  /**
   * Values for users, by one statement whatever their number. Users nothing is known of are left
   * out.
   *
   * @param userIds at most 1,000
   * @param features what to compute, in this order
   * @param at the time to compute them for, usually now
   */
  Mono<Map<Long, UserFeatures>> read(
      OrganizationId organization, FeatureSet features, Collection<Long> userIds, Instant at);
}
