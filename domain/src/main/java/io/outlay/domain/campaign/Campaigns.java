package io.outlay.domain.campaign;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Campaigns of an organization and what is below them. Unknown and hidden ids are left out. */
public interface Campaigns {

  /** One page. */
  Mono<CampaignPage> page(CampaignQuery query);

  /** Number of campaigns on all pages of the query. */
  Mono<Long> count(CampaignQuery query);

  /** The campaigns of these ids, by id. */
  default Mono<Map<Long, Campaign>> byIds(OrganizationId organization, Scope scope, Set<Long> ids) {
    return byIds(organization, scope, ids, null);
  }

  /**
   * The campaigns of these ids, by id.
   *
   * @param version data version whose names and statuses are told; null for the newest
   */
  Mono<Map<Long, Campaign>> byIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version);

  /** The ad groups of these ids, by id. */
  default Mono<Map<Long, AdGroup>> adGroupsByIds(
      OrganizationId organization, Scope scope, Set<Long> ids) {
    return adGroupsByIds(organization, scope, ids, null);
  }

  /** The ad groups of these ids, by id, with their names of a version; null for the newest. */
  Mono<Map<Long, AdGroup>> adGroupsByIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version);

  /** The ads of these ids, by id. */
  default Mono<Map<Long, Ad>> adsByIds(OrganizationId organization, Scope scope, Set<Long> ids) {
    return adsByIds(organization, scope, ids, null);
  }

  /** The ads of these ids, by id, with their names of a version; null for the newest. */
  Mono<Map<Long, Ad>> adsByIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version);

  /** Labels of these campaigns, by campaign id and in the order of their keys. */
  default Mono<Map<Long, List<CampaignLabel>>> labelsOf(
      OrganizationId organization, Scope scope, Set<Long> campaignIds) {
    return labelsOf(organization, scope, campaignIds, null);
  }

  /** Labels in the same way, as they were in a version; null for the newest. */
  Mono<Map<Long, List<CampaignLabel>>> labelsOf(
      OrganizationId organization, Scope scope, Set<Long> campaignIds, @Nullable Long version);
}
