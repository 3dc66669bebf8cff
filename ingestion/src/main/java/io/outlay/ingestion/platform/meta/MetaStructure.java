package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformAd;
import io.outlay.ingestion.platform.PlatformAdGroup;
import io.outlay.ingestion.platform.PlatformCampaign;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.Fields;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Campaigns, ad sets and ads. Archived and deleted ones are listed only when asked for by status.
 */
final class MetaStructure {

  private static final String CAMPAIGNS = "campaigns";
  private static final String AD_SETS = "adsets";
  private static final String ADS = "ads";
  private static final Map<String, String> FIELDS =
      Map.of(
          CAMPAIGNS,
          "id,name,status,effective_status,objective,daily_budget,lifetime_budget,start_time,stop_time",
          AD_SETS,
          "id,name,campaign_id,status,effective_status,daily_budget,lifetime_budget",
          ADS,
          "id,name,adset_id,campaign_id,status,effective_status");
  private static final String EVERY_STATUS =
      "[{\"field\":\"effective_status\",\"operator\":\"IN\",\"value\":[\"ACTIVE\",\"PAUSED\",\"ARCHIVED\",\"DELETED\",\"CAMPAIGN_PAUSED\",\"ADSET_PAUSED\",\"IN_PROCESS\",\"WITH_ISSUES\",\"PENDING_REVIEW\",\"DISAPPROVED\",\"PREAPPROVED\",\"PENDING_BILLING_INFO\"]}]";
  // Meta writes offsets without a colon, which ISO parsers refuse.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[xx][xxx]");

  private MetaStructure() {}

  static Mono<List<RawPage>> fetch(MetaPages pages, OpenFetch fetch, String account) {
    return Flux.just(CAMPAIGNS, AD_SETS, ADS)
        .concatMap(
            edge ->
                pages.all(
                    fetch,
                    edge,
                    account + "/" + edge,
                    Map.of(
                        "fields",
                        Objects.requireNonNull(FIELDS.get(edge)),
                        "filtering",
                        EVERY_STATUS)))
        .concatMapIterable(Function.identity())
        .collectList();
  }

  static AccountStructure read(RawFetch fetched) {
    PlatformAccount account = MetaAccount.of(fetched);
    return new AccountStructure(
        each(fetched, CAMPAIGNS, node -> campaign(node, account)),
        each(fetched, AD_SETS, node -> adGroup(node, account)),
        each(fetched, ADS, MetaStructure::ad));
  }

  private static <T> List<T> each(RawFetch fetched, String part, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    for (RawPage page : Accounts.pagesOf(fetched, part)) {
      Fields.list(Answers.json(page.body()).path("data"))
          .forEach(node -> all.add(read.apply(node)));
    }
    return all;
  }

  private static PlatformCampaign campaign(JsonNode node, PlatformAccount account) {
    return new PlatformCampaign(
        Fields.requiredText(node, "id"),
        Fields.text(node, "name"),
        status(node),
        Fields.text(node, "objective"),
        MetaMoney.budgetMicros(node, "daily_budget", account.currencyCode()),
        MetaMoney.budgetMicros(node, "lifetime_budget", account.currencyCode()),
        null,
        day(node, "start_time", account),
        day(node, "stop_time", account));
  }

  private static PlatformAdGroup adGroup(JsonNode node, PlatformAccount account) {
    return new PlatformAdGroup(
        Fields.requiredText(node, "id"),
        Fields.requiredText(node, "campaign_id"),
        Fields.text(node, "name"),
        status(node),
        MetaMoney.budgetMicros(node, "daily_budget", account.currencyCode()),
        MetaMoney.budgetMicros(node, "lifetime_budget", account.currencyCode()));
  }

  private static PlatformAd ad(JsonNode node) {
    return new PlatformAd(
        Fields.requiredText(node, "id"),
        Fields.requiredText(node, "campaign_id"),
        Fields.requiredText(node, "adset_id"),
        Fields.text(node, "name"),
        status(node));
  }

  private static String status(JsonNode node) {
    String effective = Fields.text(node, "effective_status");
    return effective == null ? Fields.requiredText(node, "status") : effective;
  }

  private static @Nullable LocalDate day(JsonNode node, String field, PlatformAccount account) {
    String time = Fields.text(node, field);
    if (time == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time, TIME)
          .atZoneSameInstant(ZoneId.of(account.timeZone()))
          .toLocalDate();
    } catch (DateTimeParseException e) {
      throw Fields.unreadable(field, time, "a time such as 2024-03-12T15:02:47-0700");
    }
  }
}
