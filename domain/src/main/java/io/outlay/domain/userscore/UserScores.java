package io.outlay.domain.userscore;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.user.User;
import java.util.List;
import reactor.core.publisher.Mono;

/** The latest score of each user and kind. */
public interface UserScores {

  /**
   * Keeps scores, and writes down which bands they changed, all or nothing. A score older than the
   * kept one changes nothing, nor does one of a user who is gone. A user who was never scored
   * counts as low before.
   *
   * @param scores at most 5,000, of one organization; one for each user and kind
   * @return number of changed bands
   */
  Mono<Integer> keep(OrganizationId organization, List<KeptScore> scores);

  /** Users in order, one more than asked where more follow. */
  Mono<List<ListedUser>> page(UserQuery query);

  /** Number of users that match, whatever the page. */
  Mono<Long> count(UserQuery query);

  /**
   * A user in a list, with what the list is ordered by.
   *
   * @param place what the user is ordered by, as text
   */
  record ListedUser(User user, String place) {}
}
