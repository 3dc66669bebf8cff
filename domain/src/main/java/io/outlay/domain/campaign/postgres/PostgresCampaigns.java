package io.outlay.domain.campaign.postgres;

import io.outlay.domain.campaign.Ad;
import io.outlay.domain.campaign.AdGroup;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignLabel;
import io.outlay.domain.campaign.CampaignPage;
import io.outlay.domain.campaign.CampaignQuery;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.campaign.LabelOrigin;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Campaigns from PostgreSQL. */
public final class PostgresCampaigns implements Campaigns {

  private static final String COLUMNS =
      "SELECT c.campaign_id, c.ad_account_id, c.external_id, c.name, c.status, c.objective,"
          + " NULL::bigint AS known_in";

  private static final String COLUMNS_THEN =
      """
      SELECT c.campaign_id, c.ad_account_id, c.external_id,
             campaign_name_then(c.organization_id, c.campaign_id, $5, c.name) AS name,
             CASE WHEN $5::bigint IS NULL THEN c.status
                  ELSE (SELECT h.status FROM campaign_history h
                         WHERE h.organization_id = c.organization_id AND h.campaign_id = c.campaign_id AND h.valid_from <= $5
                         ORDER BY h.valid_from DESC LIMIT 1) END AS status,
             c.objective, $5::bigint AS known_in
      """;

  /** Campaigns {@code c} of these ids within the scope. */
  private static final String VISIBLE =
      """
        JOIN ad_account a ON a.organization_id = c.organization_id AND a.ad_account_id = c.ad_account_id
       WHERE c.organization_id = $1
         AND ($2::bigint[] IS NULL OR c.ad_account_id = ANY($2))
         AND ($3::bigint[] IS NULL OR a.channel_id = ANY($3))
      """;

  private static final String BY_IDS =
      COLUMNS_THEN + " FROM campaign c" + VISIBLE + " AND c.campaign_id = ANY($4)";

  private static final String AD_GROUPS =
      """
      SELECT g.ad_group_id, g.campaign_id, g.external_id,
             name_then(g.organization_id, 'AD_GROUP', g.ad_group_id, $5, g.name) AS name
        FROM ad_group g
        JOIN campaign c ON c.organization_id = g.organization_id AND c.campaign_id = g.campaign_id
      """
          + VISIBLE
          + " AND g.ad_group_id = ANY($4)";

  private static final String ADS =
      """
      SELECT d.ad_id, d.campaign_id, nullif(d.ad_group_id, 0) AS ad_group_id, d.external_id,
             name_then(d.organization_id, 'AD', d.ad_id, $5, d.name) AS name
        FROM ad d
        JOIN campaign c ON c.organization_id = d.organization_id AND c.campaign_id = d.campaign_id
      """
          + VISIBLE
          + " AND d.ad_id = ANY($4)";

  private static final String LABELS =
      """
      SELECT l.campaign_id, l.key, l.value, l.origin
        FROM (SELECT organization_id, campaign_id, key, value, origin FROM campaign_label
               WHERE $5::bigint IS NULL OR valid_from <= $5
              UNION ALL
              SELECT organization_id, campaign_id, key, value, origin FROM campaign_label_history
               WHERE valid_from <= $5 AND valid_to > $5) l
        JOIN campaign c ON c.organization_id = l.organization_id AND c.campaign_id = l.campaign_id
      """
          + VISIBLE
          + " AND l.campaign_id = ANY($4) ORDER BY l.campaign_id, l.key COLLATE \"C\"";

  private record Labelled(long campaignId, CampaignLabel label) {}

  private final Database database;

  /** Uses the given database. */
  public PostgresCampaigns(Database database) {
    this.database = database;
  }

  @Override
  public Mono<CampaignPage> page(CampaignQuery query) {
    List<Object> parameters = new ArrayList<>(CampaignConditions.parameters(query));
    CampaignQuery.Position after = query.after();
    parameters.add(Nulls.orNull(after == null ? null : after.value(), String.class));
    parameters.add(Nulls.orNull(after == null ? null : after.campaignId(), Long.class));
    parameters.add(query.first() + 1);
    return database
        .inOrganization(query.organization())
        .query(pageSql(query), parameters, PostgresCampaigns::campaign)
        .collectList()
        .map(found -> page(found, query.first()));
  }

  @Override
  public Mono<Long> count(CampaignQuery query) {
    return database
        .inOrganization(query.organization())
        .one(
            "SELECT count(*) AS campaigns" + CampaignConditions.SQL,
            CampaignConditions.parameters(query),
            row -> Rows.get(row, "campaigns", Long.class));
  }

  @Override
  public Mono<Map<Long, Campaign>> byIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version) {
    return visible(BY_IDS, organization, scope, ids, version, PostgresCampaigns::campaign)
        .collect(Collectors.toMap(Campaign::id, Function.identity()));
  }

  @Override
  public Mono<Map<Long, AdGroup>> adGroupsByIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version) {
    return visible(AD_GROUPS, organization, scope, ids, version, PostgresCampaigns::adGroup)
        .collect(Collectors.toMap(AdGroup::id, Function.identity()));
  }

  @Override
  public Mono<Map<Long, Ad>> adsByIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version) {
    return visible(ADS, organization, scope, ids, version, PostgresCampaigns::ad)
        .collect(Collectors.toMap(Ad::id, Function.identity()));
  }

  @Override
  public Mono<Map<Long, List<CampaignLabel>>> labelsOf(
      OrganizationId organization, Scope scope, Set<Long> campaignIds, @Nullable Long version) {
    return visible(LABELS, organization, scope, campaignIds, version, PostgresCampaigns::labelled)
        .collect(
            Collectors.groupingBy(
                Labelled::campaignId, Collectors.mapping(Labelled::label, Collectors.toList())));
  }

  private <T> Flux<T> visible(
      String sql,
      OrganizationId organization,
      Scope scope,
      Set<Long> ids,
      @Nullable Long version,
      Function<Readable, T> row) {
    List<Object> parameters =
        List.of(
            organization.value(),
            Nulls.ids(scope.adAccountIds()),
            Nulls.ids(scope.channelIds()),
            Nulls.ids(ids),
            Nulls.orNull(version, Long.class));
    return database.inOrganization(organization).query(sql, parameters, row);
  }

  private static String pageSql(CampaignQuery query) {
    String direction = query.descending() ? " DESC" : " ASC";
    String value =
        switch (query.order()) {
          case NAME -> "c.name COLLATE \"C\"";
          case EXTERNAL_ID -> "c.external_id COLLATE \"C\"";
          case CREATED -> "''::text COLLATE \"C\"";
        };
    return COLUMNS
        + CampaignConditions.SQL
        + " AND ($13::bigint IS NULL OR ("
        + value
        + ", c.campaign_id)"
        + (query.descending() ? " < " : " > ")
        + "($12::text COLLATE \"C\", $13)) ORDER BY "
        + value
        + direction
        + ", c.campaign_id"
        + direction
        + " LIMIT $14";
  }

  private static CampaignPage page(List<Campaign> found, int first) {
    boolean more = found.size() > first;
    return new CampaignPage(more ? found.subList(0, first) : found, more);
  }

  private static Campaign campaign(Readable row) {
    return new Campaign(
        Rows.get(row, "campaign_id", Long.class),
        Rows.get(row, "ad_account_id", Long.class),
        Rows.get(row, "external_id", String.class),
        Rows.get(row, "name", String.class),
        row.get("status", String.class),
        row.get("objective", String.class),
        row.get("known_in", Long.class));
  }

  private static AdGroup adGroup(Readable row) {
    return new AdGroup(
        Rows.get(row, "ad_group_id", Long.class),
        Rows.get(row, "campaign_id", Long.class),
        Rows.get(row, "external_id", String.class),
        Rows.get(row, "name", String.class));
  }

  private static Ad ad(Readable row) {
    return new Ad(
        Rows.get(row, "ad_id", Long.class),
        Rows.get(row, "campaign_id", Long.class),
        row.get("ad_group_id", Long.class),
        Rows.get(row, "external_id", String.class),
        Rows.get(row, "name", String.class));
  }

  private static Labelled labelled(Readable row) {
    CampaignLabel label =
        new CampaignLabel(
            Rows.get(row, "key", String.class),
            Rows.get(row, "value", String.class),
            LabelOrigin.valueOf(Rows.get(row, "origin", String.class)));
    return new Labelled(Rows.get(row, "campaign_id", Long.class), label);
  }
}
