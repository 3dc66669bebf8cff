package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.PlatformServer;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Google Ads over REST, and where its access tokens come from. */
public final class GoogleAdsServer implements PlatformServer {

  private static final Set<String> LIVING = Set.of("v23", "v24", "v25", "v26");
  private static final String LIST = "customers:listAccessibleCustomers";

  private final World world;
  private final GoogleAccess access;

  /** Plays Google Ads for the accounts of {@code world}. */
  public GoogleAdsServer(World world) {
    this.world = world;
    this.access = new GoogleAccess(world);
  }

  /** What a publisher shows to be let in. */
  public GoogleAdsCredentials credentials(Publisher publisher) {
    return access.of(publisher);
  }

  @Override
  public Reply answer(Call call) {
    if (call.host() == SimulatedHost.GOOGLE_OAUTH) {
      return access.token(call);
    }
    try {
      return route(call);
    } catch (GoogleFailure failure) {
      return failure.error().reply(call);
    }
  }

  private Reply route(Call call) {
    checkVersion(call.part(0));
    if (call.part(1).equals(LIST)) {
      Publisher caller = access.caller(call);
      ObjectNode body = Json.object();
      body.putArray("resourceNames").add("customers/" + access.of(caller).loginCustomerId());
      return Reply.json(200, body);
    }
    String method = call.part(3);
    if (!call.part(1).equals("customers")
        || !call.method().equals("POST")
        || !(method.equals("googleAds:search") || method.equals("googleAds:searchStream"))) {
      throw new GoogleError(404, "requestError", "RESOURCE_NAME_MISSING", "Not found.", "")
          .failure();
    }
    return search(call, method.endsWith("Stream"));
  }

  private static void checkVersion(String version) {
    if (!LIVING.contains(version)) {
      throw GoogleError.request(
              "UNSUPPORTED_VERSION",
              "Version %s is deprecated. Requests to this version will be blocked."
                  .formatted(version))
          .failure();
    }
  }

  /** The query is looked at first, who asks second. */
  private Reply search(Call call, boolean stream) {
    JsonNode body = Json.parse(call.body()).orElseGet(Json::object);
    if (!stream && body.has("pageSize")) {
      throw GoogleError.request(
              "PAGE_SIZE_NOT_SUPPORTED", "Setting the page size is not supported.")
          .failure();
    }
    String text = body.path("query").asString("");
    GaqlQuery query = GaqlParser.parse(text);
    GoogleResources.check(query);
    GoogleDates.check(query);
    Supplier<Stream<ObjectNode>> rows = rows(call, query);
    String token = body.path("pageToken").asString("");
    return stream
        ? GoogleAnswers.stream(call, query, rows)
        : GoogleAnswers.page(call, query, text, token, rows.get());
  }

  private Supplier<Stream<ObjectNode>> rows(Call call, GaqlQuery query) {
    Publisher caller = access.caller(call);
    String customerId = call.part(2);
    if (!customerId.matches("\\d{10}")) {
      throw GoogleError.request(
              "INVALID_CUSTOMER_ID", "Invalid customer ID '%s'.".formatted(customerId))
          .failure();
    }
    if (customerId.equals(access.of(caller).loginCustomerId())) {
      return ofManager(caller, query);
    }
    AdAccount account = access.account(call, caller, customerId);
    return switch (query.from()) {
      case "geo_target_constant" -> () -> GoogleLists.countries(query);
      case "conversion_action" -> () -> GoogleLists.actions(query, account);
      case "customer_client" -> Stream::empty;
      default -> () -> new GoogleRows(query, account, world.firstDay(), call.now()).rows();
    };
  }

  private Supplier<Stream<ObjectNode>> ofManager(Publisher caller, GaqlQuery query) {
    if (query.hasMetric()) {
      throw GoogleError.query(
              "REQUESTED_METRICS_FOR_MANAGER",
              "Metrics cannot be requested for a manager account. To retrieve metrics, issue"
                  + " separate requests against each client account under the manager account.")
          .failure();
    }
    return switch (query.from()) {
      case "customer_client" -> () -> GoogleLists.clients(query, caller, access.accounts(caller));
      case "geo_target_constant" -> () -> GoogleLists.countries(query);
      default -> Stream::empty;
    };
  }

  @Override
  public Optional<String> accountOf(Call call) {
    return Optional.of(call.part(2)).filter(id -> id.matches("\\d{10}"));
  }

  @Override
  public Reply throttled(Call call) {
    String delay = call.has("NO_RETRY_DELAY") ? "" : "1.5s";
    return new GoogleError(
            429, "quotaError", "RESOURCE_TEMPORARILY_EXHAUSTED", "Too many requests.", delay)
        .reply(call);
  }

  @Override
  public Reply broken(Call call) {
    return new GoogleError(
            500, "internalError", "INTERNAL_ERROR", "An internal error has occurred.", "")
        .reply(call);
  }

  @Override
  public Reply expired(Call call) {
    return call.host() == SimulatedHost.GOOGLE_OAUTH
        ? answer(call)
        : GoogleAccess.expired().reply(call);
  }

  @Override
  public Reply revoked(Call call) {
    return call.host() == SimulatedHost.GOOGLE_OAUTH
        ? GoogleAccess.revoked()
        : GoogleError.authentication("OAUTH_TOKEN_REVOKED", "OAuth token has been revoked.")
            .reply(call);
  }
}
