package io.outlay.ingestion.sync;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
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
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportCapability;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.reading.Periods;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A platform of a test: one campaign, figures by day that the test sets. Its answers are lines of
 * day, spend, installs and purchases; which of the two is counted is up to the mapping.
 */
final class FakePlatform implements AdPlatform {

  static final String CHANNEL = "META";
  static final String VERSION = "v1";
  static final String SECRET = "secret-canary-7f31";

  final Queue<ReportRequest> asked = new ConcurrentLinkedQueue<>();
  final Queue<ReportRequest> askedTotals = new ConcurrentLinkedQueue<>();
  final Queue<PlatformFailure> failures = new ConcurrentLinkedQueue<>();
  final Map<LocalDate, Long> spend = new ConcurrentHashMap<>();
  final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  volatile String campaignName = "Launch";
  volatile int reachable = Integer.MAX_VALUE;
  volatile int mostDays = Integer.MAX_VALUE;
  volatile long totalTooHigh;
  private final PlatformCapabilities capabilities;

  FakePlatform() {
    this(java.time.Period.ofMonths(37), List.of());
  }

  FakePlatform(java.time.@Nullable Period days, List<ReportCapability> more) {
    List<ReportCapability> reports = new ArrayList<>();
    reports.add(report(View.DELIVERY, PeriodLength.DAY, java.time.Period.ZERO, days));
    reports.addAll(more);
    this.capabilities =
        new PlatformCapabilities(
            List.of(VERSION),
            reports,
            List.of(),
            java.time.Period.ofDays(28),
            java.time.Period.ofDays(90));
  }

  static ReportCapability report(
      View view, PeriodLength length, java.time.Period newest, java.time.@Nullable Period oldest) {
    return new ReportCapability(
        view,
        Level.CAMPAIGN,
        length,
        newest,
        oldest,
        Set.of(BaseMetric.SPEND, BaseMetric.CONVERSIONS),
        Set.of(VERSION));
  }

  @Override
  public String channelKey() {
    return CHANNEL;
  }

  @Override
  public String channelName() {
    return "Meta";
  }

  @Override
  public PlatformCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public void requireCredential(PlatformCredential credential) {
    new CredentialNames(Set.of("accessToken"), Set.of()).check(credential);
  }

  @Override
  public ActionMapping defaultMapping() {
    return new ActionMapping(ConversionKind.INSTALL, Map.of(), "7d_click");
  }

  @Override
  public void requireMapping(ActionMapping mapping) {
    if (mapping.goal() == ConversionKind.LEAD) {
      throw new BadRequest("There are no leads here.");
    }
  }

  @Override
  public Mono<PlatformAccount> describe(PlatformConnection connection) {
    return Mono.defer(
        () -> {
          PlatformFailure failure = failures.poll();
          return failure == null
              ? Mono.just(
                  new PlatformAccount(
                      connection.account().externalId(), "Games", "KRW", "Asia/Seoul"))
              : Mono.error(failure);
        });
  }

  @Override
  public Mono<RawFetch> fetchStructure(PlatformConnection connection) {
    return Mono.fromSupplier(() -> answer(campaignName));
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched) {
    String name = new String(fetched.pages().getFirst().body(), StandardCharsets.UTF_8);
    return new AccountStructure(
        List.of(
            new PlatformCampaign("c1", name, "ACTIVE", "APP", 5_000_000L, null, null, null, null)),
        List.of(),
        List.of());
  }

  @Override
  public Mono<RawFetch> fetchReport(PlatformConnection connection, ReportRequest request) {
    return Mono.defer(
        () -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          return fetch(connection, request).doFinally(end -> atOnce.decrementAndGet());
        });
  }

  private Mono<RawFetch> fetch(PlatformConnection connection, ReportRequest request) {
    if (asked.size() >= reachable) {
      return Mono.never();
    }
    PlatformFailure failure = failures.poll();
    if (failure != null) {
      return Mono.error(failure);
    }
    if (request.days().days() > mostDays) {
      return Mono.error(new PlatformFailure.TooMuchData("too much"));
    }
    asked.add(request);
    // As Meta does, the answer links to its next page with the token in it.
    return Mono.just(
        answer(
            lines(request)
                + "next=https://x?access_token="
                + connection.credential().required("accessToken")));
  }

  @Override
  public Mono<RawFetch> fetchTotals(PlatformConnection connection, ReportRequest request) {
    askedTotals.add(request);
    return Mono.fromSupplier(() -> answer(lines(request)));
  }

  @Override
  public List<PeriodReport> readReport(
      RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    String text = new String(fetched.pages().getFirst().body(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.startsWith("next="))
        .map(line -> report(line.split(",", -1), mapping))
        .toList();
  }

  private PeriodReport report(String[] line, ActionMapping mapping) {
    long spend = Long.parseLong(line[2]);
    long counted = Long.parseLong(mapping.goal() == ConversionKind.INSTALL ? line[3] : line[4]);
    MetricValues metrics =
        MetricValues.of(Map.of(BaseMetric.SPEND, spend, BaseMetric.CONVERSIONS, counted));
    MetricValues total =
        MetricValues.of(
            Map.of(BaseMetric.SPEND, spend + totalTooHigh, BaseMetric.CONVERSIONS, counted));
    return new PeriodReport(
        new Period(LocalDate.parse(line[0]), LocalDate.parse(line[1])),
        Level.CAMPAIGN,
        spend == 0 ? List.of() : List.of(row(metrics)),
        total,
        false);
  }

  private static FactRow row(MetricValues metrics) {
    return new FactRow(
        "c1", null, null, null, null, null, null, null, null, null, null, "KRW", metrics);
  }

  private String lines(ReportRequest request) {
    StringBuilder lines = new StringBuilder();
    for (Period period : Periods.of(request)) {
      long sum =
          period
              .firstDay()
              .datesUntil(period.lastDay().plusDays(1))
              .mapToLong(day -> spend.getOrDefault(day, 1_000_000L))
              .sum();
      lines.append(
          "%s,%s,%d,%d,%d%n"
              .formatted(period.firstDay(), period.lastDay(), sum, 2_000_000, 3_000_000));
    }
    return lines.toString();
  }

  private static RawFetch answer(String text) {
    return new RawFetch(
        Instant.EPOCH,
        1,
        "trace-1",
        List.of(new RawPage("report", text.getBytes(StandardCharsets.UTF_8))));
  }
}
