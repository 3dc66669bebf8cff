package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.LifeState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of campaigns, ad sets and ads, and single ones. */
final class MetaObjects {

  private MetaObjects() {}

  /** A page of the objects of one level below an account or campaign. */
  static ObjectNode edge(Call call, List<AdSlot> slots, MetaLevel level, LocalDate today) {
    List<MetaFilter> filters = MetaFilter.of(call);
    boolean all = filters.stream().anyMatch(MetaFilter::isAboutStatus);
    Map<Long, AdSlot> objects = new LinkedHashMap<>();
    for (AdSlot slot : slots) {
      if (exists(slot, today)
          && (all || isListed(slot, level, today))
          && filters.stream().allMatch(filter -> filter.accepts(slot, level, today))) {
        objects.putIfAbsent(level.idOf(slot), slot);
      }
    }
    int start = MetaPaging.start(call);
    int limit = MetaPaging.limit(call);
    ArrayNode data = Json.array();
    objects.values().stream()
        .skip(start)
        .limit(limit)
        .forEach(slot -> data.add(object(call, slot, level, today)));
    int end = start + data.size();
    return MetaPaging.page(call, data, start, end, end < objects.size());
  }

  static ObjectNode object(Call call, AdSlot slot, MetaLevel level, LocalDate today) {
    return new MetaObject(slot, level, today).fields(call.parameter("fields").orElse("id"));
  }

  static boolean exists(AdSlot slot, LocalDate today) {
    return slot.campaign().stateOn(today) != LifeState.UNBORN;
  }

  /** Archived and deleted ones are shown to those only who ask for states. */
  static boolean isListed(AdSlot slot, MetaLevel level, LocalDate today) {
    String status = level.effectiveStatus(slot, today);
    return !status.equals("ARCHIVED") && !status.equals("DELETED");
  }

  static String name(MetaLevel level, AdSlot slot, LocalDate today) {
    return switch (level) {
      case ACCOUNT -> slot.account().name();
      case CAMPAIGN -> slot.campaign().nameOn(today);
      case ADSET -> slot.group().name();
      case AD -> String.valueOf(slot.ad().name());
    };
  }

  /** Seconds since 1970 of the last change. */
  static long updated(AdSlot slot, LocalDate today) {
    return slot.campaign()
        .changedOn(today)
        .atTime(LocalTime.of(0, 30))
        .atZone(slot.account().zone())
        .toEpochSecond();
  }

  static ObjectNode account(Call call, AdAccount account) {
    ObjectNode all = Json.object();
    all.put("id", "act_" + account.id());
    all.put("account_id", Long.toString(account.id()));
    all.put("account_status", 1);
    all.put("name", account.name());
    all.put("currency", account.currency().name());
    all.put("timezone_name", account.zone().getId());
    all.put("timezone_id", 1 + Math.floorMod(account.zone().getId().hashCode(), 400));
    double hours = account.zone().getRules().getOffset(call.now()).getTotalSeconds() / 3_600.0;
    all.put("timezone_offset_hours_utc", hours);
    all.put("amount_spent", "39125");
    all.put("balance", "0");
    all.put("created_time", "2020-04-13T18:04:59-0700");
    all.put("is_attribution_spec_system_default", true);
    all.put("min_daily_budget", 100.0);
    return chosen(all, call.parameter("fields").orElse("id,account_id"));
  }

  /** The wanted fields of an object, and its id. */
  static ObjectNode chosen(ObjectNode all, String fields) {
    ObjectNode chosen = Json.object();
    for (String field : InsightsQuery.list(fields)) {
      if (all.has(field)) {
        chosen.set(field, all.get(field));
      }
    }
    chosen.set("id", all.get("id"));
    return chosen;
  }
}
