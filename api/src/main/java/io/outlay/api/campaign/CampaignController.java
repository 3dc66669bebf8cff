package io.outlay.api.campaign;

import static io.outlay.api.input.FilterLists.atMost;
import static io.outlay.api.input.FilterLists.distinct;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.LabelFilterInput;
import io.outlay.api.input.Texts;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.campaign.CampaignQuery;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.organization.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The list of campaigns. */
@Controller
class CampaignController {

  private final Campaigns campaigns;
  private final Cursors cursors;

  CampaignController(Campaigns campaigns, Cursors cursors) {
    this.campaigns = campaigns;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<CampaignConnection> campaigns(
      @Argument @Nullable CampaignFilterInput filter,
      @Argument @Nullable CampaignOrderInput orderBy,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "campaigns", environment.getArguments());
    CampaignQuery query =
        query(
            viewer,
            filter == null ? CampaignFilterInput.NONE : filter,
            orderBy == null ? CampaignOrderInput.BY_NAME : orderBy,
            page);
    return campaigns.page(query).map(found -> new CampaignConnection(found, query, page, cursors));
  }

  @SchemaMapping(typeName = "CampaignConnection")
  Mono<Long> totalCount(CampaignConnection connection) {
    return campaigns.count(connection.query());
  }

  private CampaignQuery query(
      Viewer viewer, CampaignFilterInput filter, CampaignOrderInput orderBy, PageRequest page) {
    return new CampaignQuery(
        viewer.organization(),
        viewer.scope(),
        Set.of(),
        distinct("filter.channels", filter.channels(), 100),
        NodeType.AD_ACCOUNT.numbers(
            "filter.adAccountIds", atMost("filter.adAccountIds", filter.adAccountIds(), 500)),
        NodeType.CAMPAIGN.numbers(
            "filter.campaignIds", atMost("filter.campaignIds", filter.campaignIds(), 500)),
        distinct("filter.statuses", filter.statuses(), 100),
        Texts.withinOrNull("filter.nameContains", filter.nameContains(), 200),
        LabelFilterInput.toFilter(filter.label()),
        orderBy.order(),
        orderBy.isDescending(),
        page.first(),
        page.position(cursors)
            .map(Cursors.Position::place)
            .map(CampaignPosition::read)
            .orElse(null));
  }
}
