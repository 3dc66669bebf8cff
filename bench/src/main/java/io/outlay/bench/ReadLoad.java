package io.outlay.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a read costs a running server: CPU of the server and of its PostgreSQL for each request, and
 * how long an answer takes at a constant rate. Talks to loopback only and ends by itself.
 *
 * <p>Arguments: address of the endpoint, token, process id of the server, requests for each case,
 * and which cases by a part of their names (all when left out).
 */
final class ReadLoad {

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Pattern FIRST_ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final ReadClient client;
  private final ProcessCpu cpu;

  /** Begins elsewhere in each run: Redis still keeps the answers of the run before. */
  private int number = (int) (System.currentTimeMillis() / 1_000 % 100_000) * 10_000;

  private ReadLoad(ReadClient client, ProcessCpu cpu) {
    this.client = client;
    this.cpu = cpu;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    ReadClient client = new ReadClient(URI.create(arguments[0]), arguments[1]);
    ReadLoad load = new ReadLoad(client, new ProcessCpu(Long.parseLong(arguments[2])));
    int requests = Integer.parseInt(arguments[3]);
    String wanted = arguments.length > 4 ? arguments[4] : "";
    CpuTime idle = load.idle();
    System.out.printf(
        "%-26s %9s %9s %9s %9s %9s %8s %8s %8s%n",
        "case", "warm-up", "server", "database", "in all", "compiler", "p50", "p99", "per s");
    for (ReadCase asked : ReadCase.all(LocalDate.now(ZoneOffset.UTC), load.campaign())) {
      if (asked.name().contains(wanted)) {
        load.measure(asked, requests, idle);
      }
    }
  }

  /** What the server and its database use while nobody asks, for each second. */
  private CpuTime idle() throws InterruptedException {
    CpuTime before = CpuTime.now(cpu);
    Thread.sleep(IDLE);
    CpuTime each = CpuTime.now(cpu).minus(before).dividedBy(IDLE.toMillis() / 1e3);
    System.out.printf("idle, ms of CPU a second: %s%n", each);
    return each;
  }

  private String campaign() throws IOException, InterruptedException {
    String answer = client.send("{\"query\":\"{campaigns(first: 1) {nodes {id}}}\"}");
    Matcher id = FIRST_ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException("no campaign to ask for: " + answer);
    }
    return id.group(1);
  }

  private void measure(ReadCase asked, int requests, CpuTime idle)
      throws IOException, InterruptedException {
    int rounds = new WarmUp(cpu).run(() -> client.send(asked.body(number++)));
    double[] millis = new double[requests];
    CpuTime before = CpuTime.now(cpu);
    long began = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long due = began + i * 1_000_000_000L / asked.perSecond();
      waitUntil(due);
      client.send(asked.body(number++));
      millis[i] = (System.nanoTime() - due) / 1e6; // a late start counts as waiting
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    CpuTime each = CpuTime.now(cpu).minus(before).minus(idle.times(seconds)).dividedBy(requests);
    Arrays.sort(millis);
    System.out.printf(
        "%-26s %9d %9.3f %9.3f %9.3f %9.3f %8.2f %8.2f %8.0f%n",
        asked.name(),
        rounds * WarmUp.ROUND,
        each.server(),
        each.database(),
        each.server() + each.database(),
        each.compiler(),
        millis[requests / 2],
        millis[(int) (requests * 0.99)],
        requests / seconds);
  }

  private static void waitUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
