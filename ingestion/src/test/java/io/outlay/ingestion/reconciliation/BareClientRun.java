package io.outlay.ingestion.reconciliation;

import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.http.Call;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A backfill of all twelve accounts of the demo's world into PostgreSQL, beside a bare client that
 * makes the very same calls again, as many at once as the server would, and reads each answer to
 * its end without looking at it. Loopback only, services of its own; ends by itself.
 *
 * <p>Arguments: campaigns of each account (18 when left out), days (91 when left out).
 */
final class BareClientRun {

  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 21);
  private static final PrintStream OUT = System.out;
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int AT_ONCE = 8;
  private static final int GOOD = 200;

  private final HttpClient client = HttpClient.newHttpClient();

  private BareClientRun() {}

  public static void main(String[] arguments) throws SQLException {
    int campaigns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 18;
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 91;
    new BareClientRun().run(campaigns, days);
    System.exit(0);
  }

  private void run(int campaigns, int days) throws SQLException {
    try (ReconciliationStage stage =
        new ReconciliationStage(campaigns, ReconciliationStage.BEGIN, Connectors.patient())) {
      stage.process().start();
      Map<DemoAccount, PlatformAccess> accounts =
          DemoAccounts.connect(stage, YESTERDAY.minusDays(days - 1));
      stage.simulator().journal().open();
      long began = System.nanoTime();
      stage.syncAll(accounts.values());
      double backfill = seconds(began);
      List<Call> calls = stage.simulator().journal().close();
      long facts = stage.superuser("SELECT count(*) FROM fact");
      OUT.printf("%d campaigns an account, %d days%n", campaigns, days);
      OUT.printf(
          "backfill: %d facts, %d calls in %.1f s, %.0f facts and %.1f calls a second, %.4f calls"
              + " for a fact%n",
          facts,
          calls.size(),
          backfill,
          facts / backfill,
          calls.size() / backfill,
          (double) calls.size() / facts);
      bare(calls); // warms up what both share
      began = System.nanoTime();
      Answers answers = bare(calls);
      double bare = seconds(began);
      OUT.printf(
          "bare client: the same calls in %.1f s, %.1f a second, %.1f MB, %d refused%n",
          bare, calls.size() / bare, answers.bytes() / 1e6, answers.refused());
      OUT.printf("the backfill reaches %.0f %% of the bare client%n", 100 * bare / backfill);
    }
  }

  private Answers bare(List<Call> calls) {
    return Flux.fromIterable(calls)
        .flatMap(call -> Mono.fromFuture(() -> answer(call)), AT_ONCE)
        .map(Answers::of)
        .reduce(Answers.NONE, Answers::plus)
        .blockOptional(LONGEST)
        .orElseThrow();
  }

  private CompletableFuture<HttpResponse<byte[]>> answer(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(call))
            .method(
                call.method(),
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body()));
    call.headers().entrySet().stream()
        .filter(header -> !isTheClientsOwn(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
  }

  private static boolean isTheClientsOwn(String header) {
    return switch (header) {
      case "host", "content-length", "connection", "transfer-encoding", "upgrade" -> true;
      default -> false;
    };
  }

  /** What a form holds is in the body already. */
  private static URI address(Call call) {
    String query =
        call.method().equals("GET")
            ? call.parameters().entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", "?", ""))
            : "";
    return URI.create(call.hostUrl() + "/" + String.join("/", call.path()) + query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** What came back. */
  private record Answers(long bytes, int refused) {

    static final Answers NONE = new Answers(0, 0);

    static Answers of(HttpResponse<byte[]> answer) {
      return new Answers(answer.body().length, answer.statusCode() == GOOD ? 0 : 1);
    }

    Answers plus(Answers other) {
      return new Answers(bytes + other.bytes, refused + other.refused);
    }
  }
}
