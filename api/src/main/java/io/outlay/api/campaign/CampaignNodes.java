package io.outlay.api.campaign;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.campaign.Ad;
import io.outlay.domain.campaign.AdGroup;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Campaigns, ad groups and ads by their ids. */
@Configuration(proxyBeanMethods = false)
class CampaignNodes {

  @Bean
  NodeSource campaignSource(Campaigns campaigns) {
    return new Source<>(NodeType.CAMPAIGN, campaigns::byIds);
  }

  @Bean
  NodeSource adGroupSource(Campaigns campaigns) {
    return new Source<>(NodeType.AD_GROUP, campaigns::adGroupsByIds);
  }

  @Bean
  NodeSource adSource(Campaigns campaigns) {
    return new Source<>(NodeType.AD, campaigns::adsByIds);
  }

  @Bean
  IdFields<Campaign> campaignIds() {
    return new IdFields<>(NodeType.CAMPAIGN, Campaign.class, Campaign::id);
  }

  @Bean
  IdFields<AdGroup> adGroupIds() {
    return new IdFields<>(NodeType.AD_GROUP, AdGroup.class, AdGroup::id);
  }

  @Bean
  IdFields<Ad> adIds() {
    return new IdFields<>(NodeType.AD, Ad.class, Ad::id);
  }

  private record Source<T>(NodeType type, LookUp<T> lookUp) implements NodeSource {

    @Override
    public Mono<Map<Long, T>> find(Viewer viewer, Set<Long> numbers) {
      return lookUp.byIds(viewer.organization(), viewer.scope(), numbers);
    }
  }

  private interface LookUp<T> {

    Mono<Map<Long, T>> byIds(OrganizationId organization, Scope scope, Set<Long> ids);
  }
}
