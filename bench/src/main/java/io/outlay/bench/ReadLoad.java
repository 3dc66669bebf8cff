package io.outlay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a read costs a running server: CPU of the server and of its PostgreSQL for each request, and
 * how long an answer takes at a constant rate. Talks to loopback only and ends by itself.
 *
 * <p>Arguments: address of the endpoint, token, process id of the server, requests for each case.
 */
final class ReadLoad {

  private static final double RATE_PER_SECOND = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String token;
  private final ProcessCpu server;

  private ReadLoad(URI endpoint, String token, ProcessCpu server) {
    this.endpoint = endpoint;
    this.token = token;
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    URI endpoint = URI.create(arguments[0]);
    if (!"127.0.0.1".equals(endpoint.getHost())) {
      throw new IllegalArgumentException("only http://127.0.0.1:… is loaded");
    }
    ReadLoad load =
        new ReadLoad(endpoint, arguments[1], new ProcessCpu(Long.parseLong(arguments[2])));
    int requests = Integer.parseInt(arguments[3]);
    System.out.printf(
        "%-34s %10s %10s %10s %9s %9s%n",
        "case", "server ms", "database", "in all ms", "p50 ms", "p99 ms");
    for (Map.Entry<String, String> operation : operations().entrySet()) {
      load.measure(operation.getKey(), operation.getValue(), requests);
    }
  }

  private static Map<String, String> operations() {
    Map<String, String> operations = new LinkedHashMap<>();
    operations.put("warm-up", dashboard(""));
    operations.put("dashboard, new each time", dashboard("%d"));
    operations.put("quarter by channel, new each time", quarter("%d"));
    operations.put("50 campaigns, new each time", campaigns("%d"));
    operations.put("dashboard from the cache", dashboard(""));
    return operations;
  }

  /**
   * A comment with a number of its own makes each document another one, so that no cache answers.
   */
  private static String dashboard(String number) {
    return "query d"
               + " {performance(range:{from:\"2026-10-23\",to:\"2026-11-21\"},groupBy:[CHANNEL],granularity:DAY){rows(first:200){nodes{channel{key}"
               + " period{from} metrics{impressions clicks spend{amount} conversions"
               + " conversionValue{amount} ctr cpa{amount} roas roi}}}}} #"
        + number;
  }

  private static String quarter(String number) {
    return "query q {performance(range:{from:\"2026-07-01\",to:\"2026-09-30\"},groupBy:[CHANNEL])"
        + "{rows{nodes{channel{key} metrics{spend{amount} conversions roi}}}}} #"
        + number;
  }

  private static String campaigns(String number) {
    return "query c {campaigns(first:50){nodes{id name"
               + " month:performance(range:{from:\"2026-11-01\",to:\"2026-11-21\"}){totals{spend{amount}"
               + " conversions roi}}"
               + " week:performance(range:{from:\"2026-11-15\",to:\"2026-11-21\"},granularity:DAY){rows{period{from}"
               + " metrics{spend{amount}}}}}}} #"
        + number;
  }

  private void measure(String name, String operation, int requests)
      throws IOException, InterruptedException {
    double[] millis = new double[requests];
    Duration serverBefore = server.own();
    Duration databaseBefore = server.postgres();
    long began = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      waitUntil(began + (long) (i / RATE_PER_SECOND * 1e9));
      long sent = System.nanoTime();
      send(operation.formatted(i));
      millis[i] = (System.nanoTime() - sent) / 1e6;
    }
    double own = perRequest(serverBefore, server.own(), requests);
    double database = perRequest(databaseBefore, server.postgres(), requests);
    Arrays.sort(millis);
    System.out.printf(
        "%-34s %10.3f %10.3f %10.3f %9.2f %9.2f%n",
        name, own, database, own + database, millis[requests / 2], millis[(int) (requests * 0.99)]);
  }

  private static double perRequest(Duration before, Duration after, int requests) {
    return after.minus(before).toNanos() / 1e6 / requests;
  }

  private static void waitUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  private void send(String operation) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"query\":\"" + operation.replace("\"", "\\\"") + "\"}"))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }
}
