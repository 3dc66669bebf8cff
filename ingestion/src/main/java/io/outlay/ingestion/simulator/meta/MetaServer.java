package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.CallMeter;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.PlatformServer;
import io.outlay.ingestion.simulator.http.Refusal;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Meta's Marketing API. */
public final class MetaServer implements PlatformServer {

  private static final String ACCOUNT = "act_";
  private static final String INSIGHTS = "insights";

  private final World world;
  private final MetaAccess access;
  private final CallMeter meter;
  private final MetaRuns runs = new MetaRuns();

  /** Plays Meta for the accounts of {@code world}. */
  public MetaServer(World world, CallMeter meter) {
    this.world = world;
    this.access = new MetaAccess(world);
    this.meter = meter;
  }

  /** What a publisher shows to be let in. */
  public MetaCredentials credentials(Publisher publisher) {
    return access.of(publisher);
  }

  @Override
  public Reply answer(Call call) {
    Reply reply;
    try {
      if (MetaVersions.isVersion(call.part(0))) {
        MetaVersions.check(call.part(0));
      }
      reply = route(call, MetaVersions.pathBehind(call));
    } catch (Refusal refusal) {
      reply = refusal.reply();
    }
    return used(call, MetaVersions.warned(call, reply), 0);
  }

  private Reply route(Call call, List<String> path) {
    if (path.isEmpty() && call.method().equals("POST")) {
      return MetaBatch.answer(call, this);
    }
    if (path.equals(List.of("oauth", "access_token"))) {
      return access.exchange(call);
    }
    Publisher caller = access.caller(call);
    String node = path.isEmpty() ? "" : path.getFirst();
    String edge = path.size() > 1 ? path.get(1) : "";
    if (node.equals("me")) {
      return Reply.json(200, me(call, caller, edge));
    }
    if (node.startsWith(ACCOUNT)) {
      AdAccount account = access.account(caller, node.substring(ACCOUNT.length()));
      return edge.isEmpty()
          ? Reply.json(200, MetaObjects.account(call, account))
          : edge(call, account, account.slots(), MetaLevel.ACCOUNT, edge);
    }
    return runs.find(node, caller)
        .map(run -> run(call, run, edge))
        .orElseGet(() -> object(call, caller, node, edge));
  }

  private ObjectNode me(Call call, Publisher caller, String edge) {
    if (!edge.equals("adaccounts")) {
      return Json.object().put("id", "9001" + caller.number()).put("name", caller.name());
    }
    ArrayNode data = Json.array();
    access.accounts(caller).forEach(account -> data.add(MetaObjects.account(call, account)));
    return MetaPaging.page(call, data, 0, data.size(), false);
  }

  private static Reply run(Call call, MetaRun run, String edge) {
    return Reply.json(200, edge.equals(INSIGHTS) ? MetaRuns.rows(call, run) : run.look());
  }

  /** A campaign, ad set or ad by its number. */
  private Reply object(Call call, Publisher caller, String id, String edge) {
    for (AdAccount account : access.accounts(caller)) {
      LocalDate today = account.today(call.now());
      for (MetaLevel level : List.of(MetaLevel.CAMPAIGN, MetaLevel.ADSET, MetaLevel.AD)) {
        List<AdSlot> slots =
            account.slots().stream()
                .filter(slot -> Long.toString(level.idOf(slot)).equals(id))
                .filter(slot -> MetaObjects.exists(slot, today))
                .toList();
        if (!slots.isEmpty()) {
          return edge.isEmpty()
              ? Reply.json(200, MetaObjects.object(call, slots.getFirst(), level, today))
              : edge(call, account, slots, level, edge);
        }
      }
    }
    throw MetaError.missing(id);
  }

  private Reply edge(Call call, AdAccount account, List<AdSlot> slots, MetaLevel own, String edge) {
    LocalDate today = account.today(call.now());
    return switch (edge) {
      case "campaigns" -> Reply.json(200, MetaObjects.edge(call, slots, MetaLevel.CAMPAIGN, today));
      case "adsets" -> Reply.json(200, MetaObjects.edge(call, slots, MetaLevel.ADSET, today));
      case "ads" -> Reply.json(200, MetaObjects.edge(call, slots, MetaLevel.AD, today));
      case INSIGHTS -> insights(call, InsightsQuery.of(call, slots, own, today), account);
      default -> throw MetaError.missing(edge);
    };
  }

  private Reply insights(Call call, InsightsQuery query, AdAccount account) {
    return call.method().equals("POST")
        ? runs.begin(call, query, account)
        : Reply.json(
            200, MetaInsights.page(call, query, account, call.now(), MetaInsights.MOST_ROWS));
  }

  @Override
  public Optional<String> accountOf(Call call) {
    List<String> path = MetaVersions.pathBehind(call);
    String node = path.isEmpty() ? "" : path.getFirst();
    if (node.startsWith(ACCOUNT)) {
      return Optional.of(node.substring(ACCOUNT.length()));
    }
    return ownerOf(node).map(account -> Long.toString(account.id()));
  }

  private Optional<AdAccount> ownerOf(String node) {
    Optional<AdAccount> ofRun =
        world.accounts(AdPlatform.META).stream()
            .filter(account -> runs.find(node, account.publisher()).isPresent())
            .findFirst();
    return ofRun.or(
        () ->
            world.accounts(AdPlatform.META).stream()
                .filter(account -> account.slots().stream().anyMatch(slot -> owns(slot, node)))
                .findFirst());
  }

  private static boolean owns(AdSlot slot, String node) {
    return List.of(MetaLevel.CAMPAIGN, MetaLevel.ADSET, MetaLevel.AD).stream()
        .anyMatch(level -> Long.toString(level.idOf(slot)).equals(node));
  }

  private Reply used(Call call, Reply reply, int regainMinutes) {
    String account = accountOf(call).orElse("0");
    int percent = regainMinutes > 0 ? 100 : meter.percent(AdPlatform.META + account);
    return new MetaUsage(account, percent, regainMinutes).on(reply);
  }

  @Override
  public Reply throttled(Call call) {
    return used(call, MetaError.throttled().reply(), 1);
  }

  @Override
  public Reply broken(Call call) {
    return used(call, new MetaError(500, 1, 99, "An unknown error occurred").reply(), 0);
  }

  @Override
  public Reply expired(Call call) {
    return MetaError.expired(call.now()).reply();
  }

  @Override
  public Reply revoked(Call call) {
    return MetaError.revoked().reply();
  }
}
