package io.outlay.ingestion.platform.applesearchads;

import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformAd;
import io.outlay.ingestion.platform.PlatformAdGroup;
import io.outlay.ingestion.platform.PlatformCampaign;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Campaigns, ad groups and ads of both dialects. */
final class AppleObjects {

  static final String CAMPAIGNS = "campaigns";
  static final String AD_GROUPS = "adgroups";
  static final String ADS = "ads";

  private AppleObjects() {}

  /**
   * Reads kept pages.
   *
   * @param rows the list in a page
   */
  static AccountStructure read(
      RawFetch fetched, PlatformAccount account, Function<JsonNode, JsonNode> rows) {
    return new AccountStructure(
        each(fetched, CAMPAIGNS, rows, node -> campaign(node, account.currencyCode())),
        each(fetched, AD_GROUPS, rows, AppleObjects::adGroup),
        each(fetched, ADS, rows, AppleObjects::ad));
  }

  private static <T> List<T> each(
      RawFetch fetched,
      String part,
      Function<JsonNode, JsonNode> rows,
      Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    for (RawPage page : Accounts.pagesOf(fetched, part)) {
      Fields.list(rows.apply(Answers.json(page.body()))).forEach(row -> all.add(read.apply(row)));
    }
    return all;
  }

  private static PlatformCampaign campaign(JsonNode node, String currencyCode) {
    return new PlatformCampaign(
        Fields.requiredText(node, "id"),
        Fields.text(node, "name"),
        status(node),
        objective(node),
        AppleMoney.micros(node, currencyCode, "dailyBudgetAmount", "dailyBudget"),
        AppleMoney.micros(node, currencyCode, "budgetAmount", "totalBudget"),
        null,
        Fields.optionalDay(node, "startTime"),
        Fields.optionalDay(node, "endTime"));
  }

  private static PlatformAdGroup adGroup(JsonNode node) {
    return new PlatformAdGroup(
        Fields.requiredText(node, "id"),
        Fields.requiredText(node, "campaignId"),
        Fields.text(node, "name"),
        status(node),
        null,
        null);
  }

  private static PlatformAd ad(JsonNode node) {
    return new PlatformAd(
        Fields.requiredText(node, "id"),
        Fields.requiredText(node, "campaignId"),
        Fields.requiredText(node, "adGroupId"),
        Fields.text(node, "name"),
        status(node));
  }

  private static String status(JsonNode node) {
    if (node.path("deleted").asBoolean(false)) {
      return "DELETED";
    }
    String status = Fields.text(node, "status");
    return status == null ? "UNKNOWN" : status;
  }

  /** Apple names none: the kind of channel and where in the store it shows say the same. */
  private static @Nullable String objective(JsonNode node) {
    Stream<String> sources =
        Stream.concat(
                Fields.list(node.path("supplySources")).stream(),
                Fields.list(node.path("targeting").path("supplySource").path("include")).stream())
            .map(source -> source.asString(""));
    String objective =
        Stream.concat(Stream.ofNullable(Fields.text(node, "adChannelType")), sources)
            .filter(Objects::nonNull)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return objective.isEmpty() ? null : objective;
  }
}
