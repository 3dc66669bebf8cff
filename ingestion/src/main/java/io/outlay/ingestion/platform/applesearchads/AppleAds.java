package io.outlay.ingestion.platform.applesearchads;

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
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CachedTokens;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.call.PlatformClients;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.call.TokenEndpoint;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Apple Search Ads, by the dialect the account's connection names. */
public final class AppleAds implements AdPlatform, AutoCloseable {

  private static final String KEY = "APPLE_SEARCH_ADS";
  private static final List<AppleLevel> TOTALS = List.of(AppleLevel.CAMPAIGNS);

  private final InstantSource clock;
  private final List<AppleDialect> dialects;
  private final TokenEndpoint tokens;
  private final PlatformCalls calls;
  private final ApplePages pages;
  private final AppleReports reports;

  /** Calls nothing yet. */
  public AppleAds(
      AppleSettings settings, CallSettings limits, MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    this.dialects =
        List.of(new PlatformDialect(settings.platformUrl()), new V5Dialect(settings.v5Url()));
    WebClient client = PlatformClients.create(KEY, limits);
    this.tokens = new TokenEndpoint(KEY, settings.tokenUrl(), client, limits, meters, clock);
    this.calls =
        new PlatformCalls(
            KEY,
            client,
            limits,
            new AppleRules(),
            new CachedTokens(
                connection ->
                    tokens.issue(
                        connection,
                        AppleCredential.grant(connection.credential(), clock.instant())),
                clock),
            meters,
            clock);
    this.pages = new ApplePages(calls);
    this.reports = new AppleReports(pages);
  }

  @Override
  public String channelKey() {
    return KEY;
  }

  @Override
  public String channelName() {
    return "Apple Search Ads";
  }

  @Override
  public PlatformCapabilities capabilities() {
    return AppleCapabilities.TABLE;
  }

  @Override
  public void requireCredential(PlatformCredential credential) {
    AppleCredential.check(credential);
  }

  @Override
  public Set<String> requiredSecrets() {
    return AppleCredential.NAMES.required();
  }

  @Override
  public ActionMapping defaultMapping() {
    return AppleMapping.DEFAULT;
  }

  @Override
  public void requireMapping(ActionMapping mapping) {
    AppleMapping.check(mapping);
  }

  @Override
  public Mono<PlatformAccount> describe(PlatformConnection connection) {
    return Mono.defer(() -> account(open(connection))).map(page -> known(page, connection));
  }

  @Override
  public Mono<RawFetch> fetchStructure(PlatformConnection connection) {
    return fetch(connection, fetch -> dialect(connection).structure(pages, fetch));
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched) {
    AppleAccount account = AppleAccount.of(fetched, dialects);
    return account.dialect().readStructure(fetched, account.account());
  }

  @Override
  public Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request) {
    List<AppleLevel> levels = AppleLevel.of(request.view());
    return fetch(connection, fetch -> reports.report(dialect(connection), fetch, request, levels));
  }

  @Override
  public List<PeriodReport> readReport(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return read(fetched, request, mapping, AppleLevel.of(request.view()));
  }

  @Override
  public Mono<RawFetch> fetchTotals(PlatformConnection connection, ReportRequest request) {
    return fetch(connection, fetch -> reports.report(dialect(connection), fetch, request, TOTALS));
  }

  @Override
  public List<PeriodTotal> readTotals(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    return read(fetched, request, mapping, TOTALS).stream()
        .map(report -> new PeriodTotal(report.period(), report.accountTotal()))
        .toList();
  }

  @Override
  public void close() {
    calls.close();
    tokens.close();
  }

  private List<PeriodReport> read(
      RawFetch fetched, ReportRequest request, ActionMapping mapping, List<AppleLevel> levels) {
    return new AppleReport(AppleAccount.of(fetched, dialects), fetched, request, mapping)
        .read(levels);
  }

  /** What is asked for, with the account before it. */
  private Mono<RawFetch> fetch(
      PlatformConnection connection, Function<OpenFetch, Mono<List<RawPage>>> asked) {
    return Mono.fromSupplier(() -> open(connection))
        .flatMap(
            fetch ->
                account(fetch)
                    .doOnNext(page -> known(page, connection))
                    .zipWhen(account -> asked.apply(fetch), SmallerRanges::behind)
                    .map(fetch::done));
  }

  private Mono<RawPage> account(OpenFetch fetch) {
    PlatformConnection connection = fetch.connection();
    AppleDialect dialect = dialect(connection);
    String part = AppleAccount.part(dialect, dialect.accountNumber(connection));
    return pages.account(fetch, part, dialect.account(connection));
  }

  /** The account under the id it is connected by, whatever number the dialect has for it. */
  private PlatformAccount known(RawPage page, PlatformConnection connection) {
    AppleDialect dialect = dialect(connection);
    PlatformAccount account =
        AppleAccount.of(page, dialect, dialect.accountNumber(connection)).account();
    String id = connection.account().externalId();
    if (!id.equals(account.externalId()) && !dialect.isOf(Answers.json(page.body()), id)) {
      throw new PlatformFailure.AccountNotFound(
          "Account %s is not that of organization %s. Check the account's id."
              .formatted(account.externalId(), id));
    }
    return new PlatformAccount(id, account.name(), account.currencyCode(), account.timeZone());
  }

  private AppleDialect dialect(PlatformConnection connection) {
    return dialects.stream()
        .filter(dialect -> dialect.word().equals(connection.apiVersion()))
        .findFirst()
        .orElseThrow(
            () ->
                new PlatformFailure.VersionEnded(
                    "Apple's API has no version %s here; expected platform-v1 or v5."
                        .formatted(connection.apiVersion())));
  }

  private OpenFetch open(PlatformConnection connection) {
    return new OpenFetch(connection, clock.instant());
  }
}
