package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.Goal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ObjectNode;

/**
 * A campaign, ad set or ad as Meta describes it.
 *
 * @param slot something it contains
 * @param level what it is
 * @param today its account's day
 */
record MetaObject(AdSlot slot, MetaLevel level, LocalDate today) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

  /** The wanted fields, a comma between them. */
  ObjectNode fields(String wanted) {
    ObjectNode all = Json.object();
    all.put("id", Long.toString(level.idOf(slot)));
    all.put("account_id", Long.toString(slot.account().id()));
    name(all);
    all.put("status", level.status(slot, today));
    all.put("configured_status", level.status(slot, today));
    all.put("effective_status", level.effectiveStatus(slot, today));
    all.put("created_time", time(slot.campaign().born().minusDays(1), 10));
    all.put("updated_time", time(slot.campaign().changedOn(today), 0));
    switch (level) {
      case CAMPAIGN -> campaign(all);
      case ADSET -> adSet(all);
      default -> ad(all);
    }
    return MetaObjects.chosen(all, wanted);
  }

  private void name(ObjectNode all) {
    if (level != MetaLevel.AD || slot.ad().name() != null) {
      all.put("name", MetaObjects.name(level, slot, today));
    }
  }

  private void campaign(ObjectNode all) {
    Campaign campaign = slot.campaign();
    all.put("objective", campaign.plan().channel());
    all.put("buying_type", "AUCTION");
    all.put("bid_strategy", "LOWEST_COST_WITHOUT_CAP");
    all.put("start_time", time(campaign.born(), 0));
    if (isBudgetAbove(campaign)) {
      boolean lifetime = campaign.index() % 8 == 4;
      long budget = campaign.budgetOn(today);
      all.put(
          lifetime ? "lifetime_budget" : "daily_budget",
          Long.toString(budget * (lifetime ? 30 : 1)));
      all.put("budget_remaining", Long.toString(budget / 3));
    }
  }

  private void adSet(ObjectNode all) {
    Campaign campaign = slot.campaign();
    all.put("campaign_id", Long.toString(campaign.id()));
    all.put("optimization_goal", goal(campaign.plan().goal()));
    all.put("billing_event", "IMPRESSIONS");
    all.put("start_time", time(campaign.born(), 0));
    if (!isBudgetAbove(campaign)) {
      long budget = campaign.budgetOn(today) / campaign.groups().size();
      all.put("daily_budget", Long.toString(budget));
      all.put("lifetime_budget", "0");
      all.put("budget_remaining", Long.toString(budget / 3));
    }
  }

  private void ad(ObjectNode all) {
    all.put("adset_id", Long.toString(slot.group().id()));
    all.put("campaign_id", Long.toString(slot.campaign().id()));
  }

  /** The budget is the campaign's or its ad sets', never both. */
  private static boolean isBudgetAbove(Campaign campaign) {
    return campaign.index() % 2 == 0;
  }

  static String goal(Goal goal) {
    return switch (goal) {
      case INSTALL -> "APP_INSTALLS";
      case IN_APP_PURCHASE -> "APP_INSTALLS_AND_OFFSITE_CONVERSIONS";
      case PRE_REGISTRATION, WEB_PURCHASE -> "OFFSITE_CONVERSIONS";
    };
  }

  private String time(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 30)).atZone(slot.account().zone()).format(TIME);
  }
}
