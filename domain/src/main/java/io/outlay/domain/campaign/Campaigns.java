package io.outlay.domain.campaign;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Campaigns of an organization and what is below them. Unknown and hidden ids are left out. */
public interface Campaigns {

  /** One page. */
  Mono<CampaignPage> page(CampaignQuery query);

  /** Number of campaigns on all pages of the query. */
  Mono<Long> count(CampaignQuery query);

  /** The campaigns of these ids, by id. */
  Mono<Map<Long, Campaign>> byIds(OrganizationId organization, Scope scope, Set<Long> ids);

  /** The ad groups of these ids, by id. */
  Mono<Map<Long, AdGroup>> adGroupsByIds(OrganizationId organization, Scope scope, Set<Long> ids);

  /** The ads of these ids, by id. */
  Mono<Map<Long, Ad>> adsByIds(OrganizationId organization, Scope scope, Set<Long> ids);

  /** Labels of these campaigns, by campaign id and in the order of their keys. */
  Mono<Map<Long, List<CampaignLabel>>> labelsOf(
      OrganizationId organization, Scope scope, Set<Long> campaignIds);
}
