package io.outlay.domain.platform;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Campaigns, ad groups and ads as their platforms describe them, and what they were before. */
public interface AccountStructures {

  /**
   * Takes over what an account looks like on a day: unknown entities become known, names, status
   * and budgets follow, and what they were on earlier days stays known. Raises the data version
   * where anything became different. Entities that are not named stay as they are.
   *
   * @return number of entities that are new or became different
   */
  Mono<Long> takeOver(
      OrganizationId organization, long adAccountId, LocalDate today, List<EntityState> states);

  /** What the renamed ones among entities of one level were called, and since when. */
  Mono<NamesOfDays> names(OrganizationId organization, Level level, Set<Long> ids);

  /** What entities of one level were like, oldest first, by id. */
  Mono<Map<Long, List<EntityHistory>>> history(
      OrganizationId organization, Level level, Set<Long> ids);
}
