package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Apple Ads Platform API v1. */
final class PlatformApi {

  private final AppleAccess access;

  PlatformApi(AppleAccess access) {
    this.access = access;
  }

  Reply answer(Call call) {
    if (!call.part(0).equals("v1")) {
      throw notFound();
    }
    Publisher caller = access.caller(call);
    return switch (call.part(1)) {
      case "acls" -> acls(caller);
      case "me" -> me(caller);
      case "ad-accounts" -> account(call, caller);
      case "reports" -> report(call, access.account(call, caller));
      case "campaigns" ->
          objects(
              call, access.account(call, caller), AppleLevel.CAMPAIGN, PlatformObjects::campaign);
      case "adgroups" ->
          objects(call, access.account(call, caller), AppleLevel.AD_GROUP, PlatformObjects::group);
      case "ads" -> objects(call, access.account(call, caller), AppleLevel.AD, PlatformObjects::ad);
      default -> throw notFound();
    };
  }

  private Reply acls(Publisher caller) {
    ObjectNode body = Json.object();
    ArrayNode acls = body.putObject("result").putArray("acls");
    access.accounts(caller).forEach(account -> acls.add(PlatformObjects.acl(account)));
    return Reply.json(200, body);
  }

  private static Reply me(Publisher caller) {
    ObjectNode body = Json.object();
    body.putObject("result")
        .put("userId", 9_001L + caller.number())
        .put("orgId", 27_154_130L + caller.number());
    return Reply.json(200, body);
  }

  private Reply account(Call call, Publisher caller) {
    ObjectNode body = Json.object();
    AdAccount account =
        access.accounts(caller).stream()
            .filter(one -> Long.toString(one.adAccountId()).equals(call.part(2)))
            .findFirst()
            .orElseThrow(PlatformApi::notFound);
    body.set("result", PlatformObjects.account(account));
    return Reply.json(200, body);
  }

  /** Deleted objects are shown to those only who ask for them. */
  private static Reply objects(
      Call call, AdAccount account, AppleLevel level, Function<AppleObject, ObjectNode> writing) {
    if (!call.part(2).equals("query") || !call.method().equals("POST")) {
      throw notFound();
    }
    PlatformRequest request = new PlatformRequest(call);
    LocalDate today = account.today(call.now());
    Map<Long, AppleObject> found = new LinkedHashMap<>();
    for (AdSlot slot : account.slots()) {
      AppleObject of = new AppleObject(slot, today);
      if (of.exists() && isWanted(request, of, level)) {
        found.putIfAbsent(level.idOf(slot), of);
      }
    }
    int offset = ApplePages.offset(call, request.offset(), request.pageSize());
    ObjectNode body = Json.object();
    ArrayNode result = body.putArray("result");
    found.values().stream()
        .skip(offset)
        .limit(request.pageSize())
        .forEach(of -> result.add(writing.apply(of)));
    int total = call.has("LOOPING_PAGE") ? 1_000_000 : found.size();
    body.set("pagination", PlatformReport.pagination(total, request.offset(), request.pageSize()));
    return Reply.json(200, body);
  }

  private static boolean isWanted(PlatformRequest request, AppleObject of, AppleLevel level) {
    List<String> deleted = request.filter("deleted").orElse(List.of("false"));
    return deleted.contains(Boolean.toString(of.isDeleted()))
        && (level != AppleLevel.AD || of.slot().ad().reported())
        && among(request, "id", level.idOf(of.slot()))
        && among(request, "campaignId", of.campaign().id())
        && among(request, "adGroupId", of.slot().group().id());
  }

  private static boolean among(PlatformRequest request, String field, long id) {
    return request.filter(field).map(values -> values.contains(Long.toString(id))).orElse(true);
  }

  private static Reply report(Call call, AdAccount account) {
    AppleLevel level =
        switch (call.part(3)) {
          case "campaigns" -> AppleLevel.CAMPAIGN;
          case "adgroups" -> AppleLevel.AD_GROUP;
          case "ads" -> AppleLevel.AD;
          default -> throw notFound();
        };
    if (!call.part(2).equals("apps") || !call.part(4).equals("query")) {
      throw notFound();
    }
    LocalDate today = account.today(call.now());
    PlatformRequest request = new PlatformRequest(call);
    ReportQuery query = request.report(account.slots(), level, today);
    List<ReportRow> rows = new ReportRows(query, account, call.now()).rows();
    int offset = ApplePages.offset(call, query.offset(), query.limit());
    ObjectNode body =
        new PlatformReport(query, account.currency(), today)
            .write(rows, request.includes("GRAND_TOTAL"), offset);
    if (call.has("LOOPING_PAGE")) {
      body.set("pagination", PlatformReport.pagination(1_000_000, query.offset(), query.limit()));
    }
    return Reply.json(200, body);
  }

  private static RuntimeException notFound() {
    return new AppleError(404, "NOT_FOUND", "The requested resource does not exist.", "")
        .refusal(true);
  }
}
