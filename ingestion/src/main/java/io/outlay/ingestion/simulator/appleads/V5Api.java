package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Campaign Management API v5, until it is switched off. */
final class V5Api {

  private static final Instant SWITCHED_OFF = Instant.parse("2027-01-26T00:00:00Z");
  private static final int USUAL = 20;
  private static final int MOST = 1_000;

  private final AppleAccess access;

  V5Api(AppleAccess access) {
    this.access = access;
  }

  Reply answer(Call call) {
    if (!call.now().isBefore(SWITCHED_OFF)) {
      throw error(
              410,
              "RESOURCE_GONE",
              "This version is switched off. Use the Apple Ads Platform" + " API.")
          .refusal(false);
    }
    if (!call.part(0).equals("api") || !call.part(1).equals("v5")) {
      throw notFound();
    }
    Publisher caller = access.caller(call);
    return switch (call.part(2)) {
      case "acls" -> acls(caller);
      case "me" -> me(caller);
      case "campaigns" -> objects(call, access.account(call, caller));
      case "reports" -> report(call, access.account(call, caller));
      default -> throw notFound();
    };
  }

  private Reply acls(Publisher caller) {
    ArrayNode acls = Json.array();
    access.accounts(caller).forEach(account -> acls.add(V5Objects.acl(account)));
    ObjectNode body = Json.object();
    body.set("data", acls);
    return Reply.json(200, body.putNull("pagination").putNull("error"));
  }

  private static Reply me(Publisher caller) {
    ObjectNode body = Json.object();
    body.putObject("data")
        .put("userId", 9_001L + caller.number())
        .put("parentOrgId", 27_154_130L + caller.number());
    return Reply.json(200, body.putNull("pagination").putNull("error"));
  }

  private static Reply objects(Call call, AdAccount account) {
    LocalDate today = account.today(call.now());
    if (call.path().size() == 3) {
      return list(call, account.slots(), AppleLevel.CAMPAIGN, today, V5Objects::campaign);
    }
    if (call.part(3).equals("find")) {
      JsonNode selector = Json.parse(call.body()).orElseGet(Json::object);
      return found(account, selector, today);
    }
    List<AdSlot> slots = slots(account, campaign(account, call.part(3), today));
    if (call.path().size() == 4) {
      ObjectNode body = Json.object();
      body.set("data", V5Objects.campaign(new AppleObject(slots.getFirst(), today)));
      return Reply.json(200, body.putNull("pagination").putNull("error"));
    }
    if (call.part(6).equals("ads")) {
      List<AdSlot> ads =
          slots.stream()
              .filter(slot -> Long.toString(slot.group().id()).equals(call.part(5)))
              .filter(slot -> slot.ad().reported())
              .toList();
      return list(call, ads, AppleLevel.AD, today, V5Objects::ad);
    }
    if (call.part(4).equals("adgroups") && call.path().size() == 5) {
      return list(call, slots, AppleLevel.AD_GROUP, today, V5Objects::group);
    }
    throw notFound();
  }

  private static Reply found(AdAccount account, JsonNode selector, LocalDate today) {
    List<AdSlot> slots =
        account.slots().stream()
            .filter(slot -> V5Request.meets(slot, selector.path("conditions"), today))
            .toList();
    int offset = selector.path("pagination").path("offset").asInt(0);
    int limit = selector.path("pagination").path("limit").asInt(USUAL);
    return page(slots, AppleLevel.CAMPAIGN, today, V5Objects::campaign, offset, limit);
  }

  private static Reply list(
      Call call,
      List<AdSlot> slots,
      AppleLevel level,
      LocalDate today,
      Function<AppleObject, ObjectNode> writing) {
    List<AdSlot> living =
        slots.stream().filter(slot -> !new AppleObject(slot, today).isDeleted()).toList();
    int offset = call.has("LOOPING_PAGE") ? 0 : number(call, "offset", 0);
    return page(living, level, today, writing, offset, number(call, "limit", USUAL));
  }

  private static Reply page(
      List<AdSlot> slots,
      AppleLevel level,
      LocalDate today,
      Function<AppleObject, ObjectNode> writing,
      int offset,
      int limit) {
    Map<Long, AdSlot> entities = new LinkedHashMap<>();
    slots.stream()
        .filter(slot -> new AppleObject(slot, today).exists())
        .forEach(slot -> entities.putIfAbsent(level.idOf(slot), slot));
    ArrayNode data = Json.array();
    entities.values().stream()
        .skip(offset)
        .limit(Math.min(limit, MOST))
        .forEach(slot -> data.add(writing.apply(new AppleObject(slot, today))));
    ObjectNode body = Json.object();
    body.set("data", data);
    body.set("pagination", V5Report.pagination(entities.size(), offset, data.size()));
    return Reply.json(200, body.putNull("error"));
  }

  private static int number(Call call, String name, int usual) {
    String text = call.parameter(name).orElse(Integer.toString(usual));
    if (!text.matches("\\d{1,6}")) {
      throw AppleError.invalid(false, "INVALID NUMBER", name);
    }
    return Integer.parseInt(text);
  }

  private static Campaign campaign(AdAccount account, String id, LocalDate today) {
    return account.campaigns().stream()
        .filter(campaign -> Long.toString(campaign.id()).equals(id))
        .filter(campaign -> !campaign.born().isAfter(today))
        .findFirst()
        .orElseThrow(V5Api::notFound);
  }

  private static List<AdSlot> slots(AdAccount account, Campaign campaign) {
    return account.slots().stream().filter(slot -> slot.campaign().equals(campaign)).toList();
  }

  private static Reply report(Call call, AdAccount account) {
    LocalDate today = account.today(call.now());
    boolean below = call.path().size() > 4;
    AppleLevel level = below ? level(call) : AppleLevel.CAMPAIGN;
    V5Request request = new V5Request(call, level);
    List<AdSlot> slots =
        below ? slots(account, campaign(account, call.part(4), today)) : account.slots();
    ReportQuery query = request.query(slots, today);
    List<ReportRow> rows = new ReportRows(query, account, call.now()).rows();
    int offset = ApplePages.offset(call, query.offset(), query.limit());
    List<ReportRow> page = rows.stream().skip(offset).limit(query.limit()).toList();
    boolean endless = call.has("LOOPING_PAGE");
    ObjectNode body = new V5Report(query, today, request.wantsGrandTotals()).write(page, rows);
    if (endless) {
      body.set("pagination", V5Report.pagination(1_000_000, query.offset(), page.size()));
    }
    return Reply.json(200, body);
  }

  private static AppleLevel level(Call call) {
    return switch (call.part(call.path().size() - 1)) {
      case "adgroups" -> AppleLevel.AD_GROUP;
      case "ads" -> AppleLevel.AD;
      case "keywords", "searchterms" ->
          throw AppleError.invalid(false, "CAMPAIGN DOES NOT CONTAIN KEYWORD", "campaignId");
      default -> throw notFound();
    };
  }

  private static RuntimeException notFound() {
    return error(404, "NOT_FOUND", "The requested resource does not exist.").refusal(false);
  }

  private static AppleError error(int status, String code, String message) {
    return new AppleError(status, code, message, "");
  }
}
