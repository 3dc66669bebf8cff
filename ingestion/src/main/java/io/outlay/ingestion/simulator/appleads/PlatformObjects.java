package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdAccount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Objects as Platform v1 writes them. */
final class PlatformObjects {

  private PlatformObjects() {}

  static ObjectNode acl(AdAccount account) {
    ObjectNode acl = Json.object();
    acl.putObject("adAccount")
        .put("id", account.adAccountId())
        .put("name", account.name())
        .put("orgId", account.id());
    acl.putArray("roles").add("API Account Read Only");
    return acl;
  }

  static ObjectNode account(AdAccount account) {
    return Json.object()
        .put("id", account.adAccountId())
        .put("name", account.name())
        .put("orgId", account.id())
        .put("timezone", account.zone().getId())
        .put("currency", account.currency().name())
        .put("paymentModel", "PAYG")
        .put("systemStatus", "ACTIVE");
  }

  static ObjectNode campaign(AppleObject of) {
    ObjectNode campaign = common(of, of.campaign().id(), of.name(), of.status());
    promoted(campaign, of);
    campaign.put("billingEvent", "TAPS");
    campaign.putObject("dailyBudget").set("value", of.budget());
    campaign
        .putObject("targeting")
        .putObject("supplySource")
        .putArray("include")
        .add(of.campaign().plan().channel());
    strategy(campaign);
    campaign.put("startTime", of.started());
    campaign.put("paymentModel", "PAYG");
    campaign.put("displayStatus", of.display());
    return campaign;
  }

  static ObjectNode group(AppleObject of) {
    ObjectNode group = common(of, of.slot().group().id(), of.slot().group().name(), "ENABLED");
    group.put("campaignId", of.campaign().id());
    group.put("pricingModel", "CPT");
    group.put("startTime", of.started());
    group.put("automatedKeywordsOptIn", false);
    return group;
  }

  static ObjectNode ad(AppleObject of) {
    ObjectNode ad = common(of, of.slot().ad().id(), of.slot().ad().name(), "ENABLED");
    ad.put("campaignId", of.campaign().id());
    ad.put("adGroupId", of.slot().group().id());
    ad.set("creative", creative(of));
    return ad;
  }

  static ObjectNode creative(AppleObject of) {
    return Json.object()
        .put("id", of.slot().ad().id() + 5_000_000L)
        .put("creativeType", "CUSTOM_PRODUCT_PAGE")
        .put("systemStatus", "VALID");
  }

  static void promoted(ObjectNode campaign, AppleObject of) {
    campaign.put("promotedObjectType", "APPSTORE_APP");
    campaign.put("promotedObjectId", Long.toString(of.campaign().plan().title().adamId()));
  }

  static void strategy(ObjectNode campaign) {
    campaign.putObject("bidStrategy").put("bidStrategyType", "MANUAL_CPT");
  }

  private static ObjectNode common(AppleObject of, long id, @Nullable String name, String status) {
    return Json.object()
        .put("id", id)
        .put("name", name)
        .put("adAccountId", of.slot().account().adAccountId())
        .put("status", status)
        .put("systemStatus", of.serving())
        .put("deleted", of.isDeleted())
        .put("creationTime", of.created())
        .put("modificationTime", of.modified());
  }
}
