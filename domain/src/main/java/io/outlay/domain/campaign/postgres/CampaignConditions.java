package io.outlay.domain.campaign.postgres;

import io.outlay.domain.campaign.CampaignQuery;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.performance.LabelFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which campaigns {@code c} of accounts {@code a} a query wants; parameters $1 to $11. */
final class CampaignConditions {

  static final String SQL =
      """
        FROM campaign c
        JOIN ad_account a ON a.organization_id = c.organization_id AND a.ad_account_id = c.ad_account_id
       WHERE c.organization_id = $1
         AND ($2::bigint[] IS NULL OR c.ad_account_id = ANY($2))
         AND ($3::bigint[] IS NULL OR a.channel_id = ANY($3))
         AND ($4::bigint[] IS NULL OR a.channel_id = ANY($4))
         AND ($5::text[] IS NULL OR a.channel_id IN (
               SELECT h.channel_id FROM channel h WHERE h.organization_id = $1 AND h.key = ANY($5)))
         AND ($6::bigint[] IS NULL OR c.ad_account_id = ANY($6))
         AND ($7::bigint[] IS NULL OR c.campaign_id = ANY($7))
         AND ($8::text[] IS NULL OR c.status = ANY($8))
         AND ($9::text IS NULL OR strpos(lower(c.name), lower($9)) > 0)
         AND ($10::text IS NULL OR c.campaign_id IN (
               SELECT l.campaign_id FROM campaign_label l WHERE l.organization_id = $1 AND l.key = $10
                  AND ($11::text[] IS NULL OR l.value = ANY($11))))
      """;

  private CampaignConditions() {}

  static List<Object> parameters(CampaignQuery query) {
    LabelFilter label = query.label();
    List<Object> parameters = new ArrayList<>();
    parameters.add(query.organization().value());
    parameters.add(Nulls.ids(query.scope().adAccountIds()));
    parameters.add(Nulls.ids(query.scope().channelIds()));
    parameters.add(ids(query.channelIds()));
    parameters.add(texts(query.channelKeys()));
    parameters.add(ids(query.adAccountIds()));
    parameters.add(ids(query.campaignIds()));
    parameters.add(texts(query.statuses()));
    parameters.add(Nulls.orNull(query.nameContains(), String.class));
    parameters.add(Nulls.orNull(label == null ? null : label.key(), String.class));
    parameters.add(texts(label == null ? null : label.values()));
    return parameters;
  }

  private static Object ids(Set<Long> ids) {
    return Nulls.ids(ids.isEmpty() ? null : ids);
  }

  private static Object texts(@Nullable Set<String> texts) {
    return texts == null || texts.isEmpty()
        ? Nulls.of(String[].class)
        : texts.stream().sorted().toArray(String[]::new);
  }
}
