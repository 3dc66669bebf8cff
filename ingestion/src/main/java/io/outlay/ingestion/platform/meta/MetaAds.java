package io.outlay.ingestion.platform.meta;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PeriodTotal;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.AccessTokens;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.call.PlatformClients;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.reading.Accounts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Meta's Marketing API (Facebook, Instagram). */
public final class MetaAds implements AdPlatform, AutoCloseable {

  private static final String KEY = "META";

  private static final List<MetaPart> TOTALS = List.of(MetaPart.ACCOUNT);

  private final MetaSettings settings;
  private final InstantSource clock;
  private final PlatformCalls calls;
  private final MetaPages pages;
  private final MetaInsights insights;
  private final MetaTokens tokens;

  /** Calls nothing yet. */
  public MetaAds(
      MetaSettings settings, CallSettings limits, MeterRegistry meters, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.calls =
        new PlatformCalls(
            KEY,
            PlatformClients.create(KEY, limits),
            limits,
            new MetaRules(),
            AccessTokens.held(MetaCredential.ACCESS_TOKEN),
            meters,
            clock);
    this.pages = new MetaPages(calls);
    this.tokens = new MetaTokens(calls, settings.baseUrl());
    this.insights =
        new MetaInsights(pages, new MetaRuns(calls, pages, settings), settings.baseUrl());
  }

  @Override
  public String channelKey() {
    return KEY;
  }

  @Override
  public String channelName() {
    return "Meta";
  }

  @Override
  public PlatformCapabilities capabilities() {
    return MetaCapabilities.TABLE;
  }

  @Override
  public void requireCredential(PlatformCredential credential) {
    MetaCredential.NAMES.check(credential);
  }

  @Override
  public Set<String> requiredSecrets() {
    return MetaCredential.NAMES.required();
  }

  @Override
  public ActionMapping defaultMapping() {
    return MetaMapping.DEFAULT;
  }

  @Override
  public void requireMapping(ActionMapping mapping) {
    MetaMapping.check(mapping);
  }

  @Override
  public Mono<PlatformAccount> describe(PlatformConnection connection) {
    return Mono.defer(() -> account(open(connection))).map(MetaAccount::of);
  }

  @Override
  public Mono<PlatformCredential> lasting(PlatformConnection connection) {
    return Mono.defer(() -> tokens.lasting(open(connection)));
  }

  @Override
  public Mono<RawFetch> fetchStructure(PlatformConnection connection) {
    return fetch(connection, fetch -> MetaStructure.fetch(pages, fetch, address(connection)));
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched) {
    return MetaStructure.read(fetched);
  }

  @Override
  public Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request) {
    return fetch(connection, fetch -> insights.report(fetch, request, MetaPart.of(request.view())));
  }

  @Override
  public Mono<RawFetch> fetchTotals(PlatformConnection connection, ReportRequest request) {
    return fetch(connection, fetch -> insights.report(fetch, request, TOTALS));
  }

  @Override
  public List<PeriodReport> readReport(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return new MetaReport(fetched, request, mapping, MetaPart.of(request.view())).read();
  }

  @Override
  public List<PeriodTotal> readTotals(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return new MetaReport(fetched, request, mapping, TOTALS)
        .read().stream()
            .map(report -> new PeriodTotal(report.period(), report.accountTotal()))
            .toList();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** What is asked for, with the account before it. */
  private Mono<RawFetch> fetch(
      PlatformConnection connection, Function<OpenFetch, Mono<List<RawPage>>> asked) {
    return Mono.fromSupplier(() -> open(connection))
        .flatMap(
            fetch ->
                account(fetch)
                    .zipWhen(account -> asked.apply(fetch), SmallerRanges::behind)
                    .map(fetch::done));
  }

  private Mono<RawPage> account(OpenFetch fetch) {
    PlatformConnection connection = fetch.connection();
    return pages
        .one(fetch, MetaAccount.PART, address(connection), Map.of("fields", MetaAccount.FIELDS))
        .doOnNext(page -> Accounts.asked(MetaAccount.of(page), connection.account().externalId()));
  }

  private OpenFetch open(PlatformConnection connection) {
    return new OpenFetch(connection, clock.instant());
  }

  private String address(PlatformConnection connection) {
    return settings.baseUrl()
        + "/"
        + connection.apiVersion()
        + "/act_"
        + connection.account().externalId();
  }
}
