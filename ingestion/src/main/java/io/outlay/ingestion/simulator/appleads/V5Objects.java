package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Part;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as v5 writes them. */
final class V5Objects {

  private V5Objects() {}

  static ObjectNode acl(AdAccount account) {
    ObjectNode acl = Json.object();
    acl.put("orgName", account.name());
    acl.put("orgId", account.id());
    acl.put("currency", account.currency().name());
    acl.put("timeZone", account.zone().getId());
    acl.put("paymentModel", "PAYG");
    acl.putArray("roleNames").add("API Account Read Only");
    acl.put("parentOrgId", Long.toString(27_154_130L + account.publisher().number()));
    acl.put("displayName", account.name());
    return acl;
  }

  static ObjectNode campaign(AppleObject of) {
    ObjectNode campaign = Json.object();
    campaign.put("id", of.campaign().id());
    campaign.put("orgId", of.slot().account().id());
    campaign.put("name", of.name());
    campaign.putNull("budgetAmount");
    campaign.set("dailyBudgetAmount", of.budget());
    campaign.put("adamId", of.campaign().plan().title().adamId());
    campaign.put("adChannelType", of.channelType());
    campaign.putArray("supplySources").add(of.campaign().plan().channel());
    campaign.put("billingEvent", "TAPS");
    countries(of, campaign.putArray("countriesOrRegions"));
    campaign.putArray("budgetOrders");
    campaign.put("startTime", of.started());
    campaign.putNull("endTime");
    campaign.put("creationTime", of.created());
    campaign.put("modificationTime", of.modified());
    campaign.put("status", of.status());
    campaign.put("servingStatus", of.serving());
    campaign.putNull("servingStateReasons");
    campaign.put("displayStatus", of.display());
    campaign.put("deleted", of.isDeleted());
    campaign.put("paymentModel", "PAYG");
    campaign.put("biddingStrategy", "MANUAL_CPT");
    campaign.putNull("targetCpa");
    return campaign;
  }

  static void countries(AppleObject of, ArrayNode list) {
    of.campaign().plan().countries().stream().map(Part::of).forEach(list::add);
  }

  static ObjectNode group(AppleObject of) {
    ObjectNode group = Json.object();
    group.put("id", of.slot().group().id());
    group.put("campaignId", of.campaign().id());
    group.put("orgId", of.slot().account().id());
    group.put("name", of.slot().group().name());
    group.put("status", "ENABLED");
    group.put("servingStatus", of.serving());
    group.put("displayStatus", of.display());
    group.set("defaultBidAmount", of.bid());
    group.putNull("cpaGoal");
    group.put("pricingModel", "CPC");
    group.put("startTime", of.started());
    group.putNull("endTime");
    group.put("modificationTime", of.modified());
    group.put("deleted", of.isDeleted());
    return group;
  }

  static ObjectNode ad(AppleObject of) {
    ObjectNode ad = Json.object();
    ad.put("id", of.slot().ad().id());
    ad.put("adGroupId", of.slot().group().id());
    ad.put("campaignId", of.campaign().id());
    ad.put("orgId", of.slot().account().id());
    ad.put("name", of.slot().ad().name());
    ad.put("creativeType", "CUSTOM_PRODUCT_PAGE");
    ad.put("status", "ENABLED");
    ad.put("servingStatus", of.serving());
    ad.put("creationTime", of.created());
    ad.put("modificationTime", of.modified());
    ad.put("deleted", of.isDeleted());
    return ad;
  }
}
