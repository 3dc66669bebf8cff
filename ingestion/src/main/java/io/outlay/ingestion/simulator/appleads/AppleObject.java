package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.LifeState;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Apple knows of a campaign, ad group or ad besides figures.
 *
 * @param slot something it contains
 * @param today its account's day
 */
record AppleObject(AdSlot slot, LocalDate today) {

  boolean exists() {
    return state() != LifeState.UNBORN;
  }

  boolean isDeleted() {
    return state() == LifeState.REMOVED;
  }

  String status() {
    return state() == LifeState.ACTIVE ? "ENABLED" : "PAUSED";
  }

  String serving() {
    return state() == LifeState.ACTIVE ? "RUNNING" : "NOT_RUNNING";
  }

  String display() {
    if (isDeleted()) {
      return "DELETED";
    }
    return state() == LifeState.ACTIVE ? "RUNNING" : "PAUSED";
  }

  private LifeState state() {
    return slot.campaign().stateOn(today);
  }

  Campaign campaign() {
    return slot.campaign();
  }

  String name() {
    return campaign().nameOn(today);
  }

  String started() {
    return campaign().born() + "T00:00:00.000";
  }

  String created() {
    return campaign().born().minusDays(1) + "T10:00:00.000";
  }

  String modified() {
    return campaign().changedOn(today) + "T00:30:00.000";
  }

  ObjectNode budget() {
    return money(campaign().budgetOn(today));
  }

  ObjectNode bid() {
    return money(Math.max(1, campaign().budgetOn(today) / 100));
  }

  private ObjectNode money(long minorUnits) {
    return Json.object()
        .put("amount", slot.account().currency().amount(minorUnits).toPlainString())
        .put("currency", slot.account().currency().name());
  }

  String channelType() {
    return campaign().plan().channel().equals("APPSTORE_SEARCH_RESULTS") ? "SEARCH" : "DISPLAY";
  }
}
