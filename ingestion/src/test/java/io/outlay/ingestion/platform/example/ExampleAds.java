package io.outlay.ingestion.platform.example;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.CredentialNames;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformCampaign;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportCapability;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.AccessTokens;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.call.PlatformClients;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import io.outlay.ingestion.platform.reading.EntityRow;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Figures;
import io.outlay.ingestion.platform.reading.Layer;
import io.outlay.ingestion.platform.reading.ReportAssembly;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An invented platform with one token, two levels and no conversions. */
final class ExampleAds implements AdPlatform, AutoCloseable {

  private static final String KEY = "EXAMPLE_ADS";
  private static final CredentialNames SECRETS = new CredentialNames(Set.of("token"), Set.of());
  private static final Period LOOK_BACK = Period.ofDays(7);
  private static final Set<BaseMetric> REPORTED =
      Set.of(BaseMetric.IMPRESSIONS, BaseMetric.CLICKS, BaseMetric.SPEND);

  private final PlatformCalls calls;
  private final String baseUrl;
  private final InstantSource clock;

  ExampleAds(String baseUrl, CallSettings limits, MeterRegistry meters, InstantSource clock) {
    this.baseUrl = baseUrl;
    this.clock = clock;
    this.calls =
        new PlatformCalls(
            KEY,
            PlatformClients.create(KEY, limits),
            limits,
            ExampleRules::check,
            AccessTokens.held("token"),
            meters,
            clock);
  }

  @Override
  public String channelKey() {
    return KEY;
  }

  @Override
  public String channelName() {
    return "Example Ads";
  }

  @Override
  public PlatformCapabilities capabilities() {
    ReportCapability days =
        new ReportCapability(
            View.DELIVERY,
            Level.CAMPAIGN,
            PeriodLength.DAY,
            Period.ZERO,
            null,
            REPORTED,
            Set.of("1"));
    return new PlatformCapabilities(
        List.of("1"), List.of(days), List.of(), LOOK_BACK, Period.ofDays(30));
  }

  @Override
  public void requireCredential(PlatformCredential credential) {
    SECRETS.check(credential);
  }

  @Override
  public ActionMapping defaultMapping() {
    return new ActionMapping(ConversionKind.OTHER, Map.of(), "none");
  }

  @Override
  public void requireMapping(ActionMapping mapping) {
    // The platform counts no conversions, so that nothing can be counted twice.
  }

  @Override
  public Mono<PlatformAccount> describe(PlatformConnection connection) {
    return page(new OpenFetch(connection, clock.instant()), "", Map.of()).map(ExampleAds::account);
  }

  @Override
  public Mono<RawFetch> fetchStructure(PlatformConnection connection) {
    return fetch(connection, List.of("/campaigns"), Map.of());
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched) {
    List<PlatformCampaign> campaigns =
        rows(fetched, "/campaigns").stream()
            .map(
                row ->
                    new PlatformCampaign(
                        Fields.requiredText(row, "id"),
                        Fields.text(row, "name"),
                        Fields.requiredText(row, "status"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
            .toList();
    return new AccountStructure(campaigns, List.of(), List.of());
  }

  /** The finest level first: today's figures grow, and no part may be larger than its whole. */
  @Override
  public Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request) {
    return fetch(
        connection,
        List.of("/report/campaigns", "/report"),
        Map.of("from", request.days().from().toString(), "to", request.days().to().toString()));
  }

  @Override
  public List<PeriodReport> readReport(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    PlatformAccount account = account(Accounts.pageOf(fetched, ""));
    List<Layer> layers = List.of(layer(fetched, "/report/campaigns"), layer(fetched, "/report"));
    return new ReportAssembly(
            request,
            Level.CAMPAIGN,
            account.currencyCode(),
            REPORTED,
            Accounts.today(fetched, account).minus(LOOK_BACK))
        .assemble(layers);
  }

  @Override
  public void close() {
    calls.close();
  }

  /** The account first: its currency and its days belong to every figure. */
  private Mono<RawFetch> fetch(
      PlatformConnection connection, List<String> parts, Map<String, String> query) {
    return Mono.defer(
        () -> {
          OpenFetch fetch = new OpenFetch(connection, clock.instant());
          return Flux.concat(
                  page(fetch, "", Map.of()),
                  Flux.fromIterable(parts).concatMap(part -> page(fetch, part, query)))
              .collectList()
              .map(fetch::done);
        });
  }

  private Mono<RawPage> page(OpenFetch fetch, String part, Map<String, String> query) {
    String address = baseUrl + "/accounts/" + fetch.connection().account().externalId() + part;
    return calls.call(
        fetch,
        PlatformCall.get("page" + part, address).withQuery(query),
        answer -> {
          Answers.json(answer);
          return new RawPage(part, answer.body());
        });
  }

  private static PlatformAccount account(RawPage page) {
    JsonNode account = Answers.json(page.body());
    return Accounts.checked(
        new PlatformAccount(
            Fields.requiredText(account, "id"),
            Fields.requiredText(account, "name"),
            Fields.requiredText(account, "currency"),
            Fields.requiredText(account, "timeZone")));
  }

  private static Layer layer(RawFetch fetched, String part) {
    return Layer.entities(rows(fetched, part).stream().map(ExampleAds::row).toList());
  }

  private static EntityRow row(JsonNode row) {
    String campaign = Fields.text(row, "campaignId");
    return new EntityRow(
        Fields.day(row, "day"),
        campaign == null ? EntityKey.ACCOUNT : EntityKey.campaign(campaign),
        new EntityLabels(Fields.text(row, "campaignName"), null, null, null),
        new Figures()
            .put(BaseMetric.IMPRESSIONS, Fields.number(row, "impressions"))
            .put(BaseMetric.CLICKS, Fields.number(row, "clicks"))
            .put(BaseMetric.SPEND, Fields.number(row, "spend"))
            .values());
  }

  private static List<JsonNode> rows(RawFetch fetched, String part) {
    JsonNode rows = Answers.json(Accounts.pageOf(fetched, part).body()).path("rows");
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
