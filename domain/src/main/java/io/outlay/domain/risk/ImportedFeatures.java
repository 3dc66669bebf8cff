package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.userevent.UserAt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Features that are computed elsewhere, with the time at which each value was known. */
public interface ImportedFeatures {

  /** Most values or samples of one call. */
  int MOST = 1_000;

  /** What the organization declared, by name. */
  Mono<List<ImportedFeature>> declared(OrganizationId organization);

  /**
   * Declares a feature for the caller's organization, again with other words where it is known, and
   * keeps values of it. A value known at the same time replaces the one before. All is kept or
   * nothing; what is declared is in the audit log.
   *
   * @param values up to {@value #MOST}, of users by any of their ids
   */
  Mono<Kept> record(Viewer viewer, ImportedFeature feature, List<Value> values);

  /**
   * The latest values known by a time, by name, one a user and time in their order.
   *
   * @param usersAt up to {@value #MOST}
   */
  Mono<List<Map<String, Double>>> known(
      OrganizationId organization, Set<String> names, List<UserAt> usersAt);

  /**
   * A user's value.
   *
   * @param externalUserId any id the user was ever known by
   * @param value within the range of a float, for models compute with those
   * @param knownAt since when it could be known; features are as known at a time by it
   */
  record Value(String externalUserId, double value, Instant knownAt) {

    /** Refuses what a model cannot compute with. */
    public Value {
      if (!(Math.abs(value) <= Float.MAX_VALUE)) {
        throw BadRequest.of(
            "values.value", value, "a finite number, at most " + Float.MAX_VALUE + " either way");
      }
    }
  }

  /**
   * What was kept.
   *
   * @param values how many
   * @param unknownUsers ids nobody has; their values were left out
   */
  record Kept(int values, List<String> unknownUsers) {

    /** Copies the list. */
    public Kept {
      unknownUsers = List.copyOf(unknownUsers);
    }
  }
}
