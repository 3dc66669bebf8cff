package io.outlay.ingestion.platform.googleads;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PeriodTotal;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.CachedTokens;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.call.PlatformClients;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.call.TokenEndpoint;
import io.outlay.ingestion.platform.reading.Accounts;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Google Ads. */
public final class GoogleAds implements AdPlatform, AutoCloseable {

  private static final String KEY = "GOOGLE_ADS";
  private static final List<GooglePart> TOTALS = List.of(GooglePart.CUSTOMER);

  private final InstantSource clock;
  private final TokenEndpoint tokens;
  private final PlatformCalls calls;
  private final GoogleSearch search;

  /** Calls nothing yet. */
  public GoogleAds(
      GoogleAdsSettings settings, CallSettings limits, MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    WebClient client = PlatformClients.create(KEY, limits);
    this.tokens = new TokenEndpoint(KEY, settings.tokenUrl(), client, limits, meters, clock);
    this.calls =
        new PlatformCalls(
            KEY,
            client,
            limits,
            new GoogleRules(),
            new CachedTokens(
                connection ->
                    tokens.issue(connection, GoogleCredential.grant(connection.credential())),
                clock),
            meters,
            clock);
    this.search = new GoogleSearch(calls, settings.baseUrl());
  }

  @Override
  public String channelKey() {
    return KEY;
  }

  @Override
  public String channelName() {
    return "Google Ads";
  }

  @Override
  public PlatformCapabilities capabilities() {
    return GoogleCapabilities.TABLE;
  }

  @Override
  public void requireCredential(PlatformCredential credential) {
    GoogleCredential.NAMES.check(credential);
  }

  @Override
  public Set<String> requiredSecrets() {
    return GoogleCredential.NAMES.required();
  }

  @Override
  public ActionMapping defaultMapping() {
    return GoogleMapping.DEFAULT;
  }

  @Override
  public void requireMapping(ActionMapping mapping) {
    GoogleMapping.check(mapping);
  }

  @Override
  public Mono<PlatformAccount> describe(PlatformConnection connection) {
    return Mono.defer(() -> account(open(connection))).map(GoogleAccount::of);
  }

  @Override
  public Mono<RawFetch> fetchStructure(PlatformConnection connection) {
    return fetch(connection, fetch -> GoogleStructure.fetch(search, fetch));
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched) {
    return GoogleStructure.read(fetched);
  }

  @Override
  public Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request) {
    List<GooglePart> parts = GooglePart.of(request.view());
    return fetch(connection, fetch -> report(fetch, request, parts));
  }

  @Override
  public List<PeriodReport> readReport(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return new GoogleReport(fetched, request, mapping, GooglePart.of(request.view())).read();
  }

  @Override
  public Mono<RawFetch> fetchTotals(PlatformConnection connection, ReportRequest request) {
    return fetch(connection, fetch -> report(fetch, request, TOTALS));
  }

  @Override
  public List<PeriodTotal> readTotals(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return new GoogleReport(fetched, request, mapping, TOTALS)
        .read().stream()
            .map(report -> new PeriodTotal(report.period(), report.accountTotal()))
            .toList();
  }

  @Override
  public void close() {
    calls.close();
    tokens.close();
  }

  private Mono<List<RawPage>> report(
      OpenFetch fetch, ReportRequest request, List<GooglePart> parts) {
    Mono<List<RawPage>> figures =
        request.length() == PeriodLength.DAY
            ? SmallerRanges.ask(
                request.days(), days -> ask(fetch, request, parts, days), GoogleAds::tooMuch)
            : ask(fetch, request, parts, request.days());
    return request.view() == View.COUNTRY
        ? search.stream(fetch, GoogleCountries.PART, GoogleCountries.QUERY)
            .zipWith(figures, SmallerRanges::behind)
        : figures;
  }

  private Mono<List<RawPage>> ask(
      OpenFetch fetch, ReportRequest request, List<GooglePart> parts, DateRange days) {
    return Flux.fromIterable(parts)
        .concatMap(
            part ->
                Flux.concat(
                    search.stream(fetch, part.word(), part.figures(request, days)),
                    search.stream(fetch, part.actionsWord(), part.actions(request, days))))
        .collectList();
  }

  private static Mono<List<RawPage>> tooMuch(DateRange day) {
    return Mono.error(
        new PlatformFailure.TooMuchData(
            "The answer for the single day %s is too large.".formatted(day.from())));
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
    String asked = GoogleCredential.digits(fetch.connection().account().externalId());
    return search.stream(fetch, GoogleAccount.PART, GoogleAccount.QUERY)
        .doOnNext(page -> Accounts.asked(GoogleAccount.of(page), asked));
  }

  private OpenFetch open(PlatformConnection connection) {
    return new OpenFetch(connection, clock.instant());
  }
}
