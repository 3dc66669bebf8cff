package io.outlay.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XgboostNative;
import tools.jackson.databind.JsonNode;

/**
 * What asking for scores costs a running server: CPU of the server and of its PostgreSQL for each
 * request, and how long an answer takes at a constant rate, for 1, 100 and 1,000 users, without and
 * with reasons, of other users each time and of the same ones; then the bare native call on as many
 * rows, and the scoring of all users. It makes its users and its model first. Talks to loopback
 * only and ends by itself.
 *
 * <p>Arguments: address of the endpoint, token of an admin, process id of the server, requests for
 * each case, users (20,000 when left out).
 */
final class RiskLoad {

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int BARE_CALLS = 2_000;
  private static final int[] SIZES = {1, 100, 1_000};
  private static final String PLAIN = "score {probability band modelVersion}";
  private static final String WITH_REASONS =
      "score {probability band modelVersion baseValue reasons(top: 5) {text contribution share}}";

  private final ReadClient client;
  private final RiskSeed seed;
  private final ProcessCpu cpu;
  private final int users;
  private CpuTime idle = new CpuTime(0, 0, 0);
  private int next;

  private RiskLoad(ReadClient client, RiskSeed seed, ProcessCpu cpu, int users) {
    this.client = client;
    this.seed = seed;
    this.cpu = cpu;
    this.users = users;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    URI endpoint = URI.create(arguments[0]);
    ReadClient client = new ReadClient(endpoint, arguments[1]);
    RiskLoad load =
        new RiskLoad(
            client,
            new RiskSeed(client, endpoint, arguments[1]),
            new ProcessCpu(Long.parseLong(arguments[2])),
            arguments.length > 4 ? Integer.parseInt(arguments[4]) : 20_000);
    load.run(Integer.parseInt(arguments[3]));
  }

  private void run(int requests) throws IOException, InterruptedException {
    ForestOfSixLevels forest = ForestOfSixLevels.train();
    seed.users(users);
    seed.model(forest);
    beIdle();
    System.out.printf(
        "%-28s %9s %9s %9s %9s %8s %8s %8s%n",
        "case", "server", "database", "in all", "compiler", "p50", "p99", "per s");
    for (int size : SIZES) {
      for (String fields : new String[] {PLAIN, WITH_REASONS}) {
        String what = size + (fields.equals(PLAIN) ? " users" : " users, reasons");
        measure(what + ", others", size, fields, requests, false);
        measure(what + ", same", size, fields, requests, true);
      }
    }
    bare(forest);
    batch();
  }

  private void beIdle() throws InterruptedException {
    CpuTime before = CpuTime.now(cpu);
    Thread.sleep(IDLE);
    idle = CpuTime.now(cpu).minus(before).dividedBy(IDLE.toMillis() / 1e3);
    System.out.printf("idle, ms of CPU a second: %s%n", idle);
  }

  private void measure(String name, int size, String fields, int requests, boolean same)
      throws IOException, InterruptedException {
    int count = Math.max(50, requests / (size == 1_000 ? 10 : 1));
    int perSecond = size == 1 ? 100 : size == 100 ? 50 : 5;
    new WarmUp(cpu).run(() -> client.send(body(size, fields, same)));
    double[] millis = new double[count];
    CpuTime before = CpuTime.now(cpu);
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * 1_000_000_000L / perSecond;
      waitUntil(due);
      client.send(body(size, fields, same));
      millis[i] = (System.nanoTime() - due) / 1e6; // a late start counts as waiting
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    CpuTime each = CpuTime.now(cpu).minus(before).minus(idle.times(seconds)).dividedBy(count);
    Arrays.sort(millis);
    System.out.printf(
        "%-28s %9.3f %9.3f %9.3f %9.3f %8.2f %8.2f %8.0f%n",
        name,
        each.server(),
        each.database(),
        each.server() + each.database(),
        each.compiler(),
        millis[count / 2],
        millis[(int) (count * 0.99)],
        count / seconds);
  }

  private String body(int size, String fields, boolean same) {
    int from = same ? 0 : next;
    next = (next + size) % users;
    String ids =
        IntStream.range(from, from + size)
            .mapToObj(number -> "\"" + RiskSeed.user(number % users) + "\"")
            .collect(Collectors.joining(","));
    return "{\"query\":\"query Scores($ids: [String!]!) {riskScores(kind: CHURN, externalUserIds:"
        + " $ids) {externalUserId "
        + fields
        + "}}\",\"variables\":{\"ids\":["
        + ids
        + "]}}";
  }

  /** The same trees on as many rows, by nothing but the library, in this process. */
  private static void bare(ForestOfSixLevels forest) {
    long handle = forest.open();
    try {
      for (int size : SIZES) {
        float[] rows = ForestOfSixLevels.rows(size, size);
        int calls = Math.max(50, BARE_CALLS / size);
        double margins = micros(calls, () -> margins(handle, rows, size));
        double reasons = micros(Math.max(5, 200 / size), () -> contributions(handle, rows, size));
        System.out.printf(
            "bare native call on %d rows: margins %.1f us, contributions %.1f us%n",
            size, margins, reasons);
      }
    } finally {
      XgboostNative.freeBooster(handle);
    }
  }

  private static double margins(long handle, float[] rows, int size) {
    return XgboostNative.margins(handle, rows, size, ForestOfSixLevels.FEATURES)[0];
  }

  private static double contributions(long handle, float[] rows, int size) {
    long matrix = XgboostNative.createMatrix(rows, size, ForestOfSixLevels.FEATURES);
    try {
      return XgboostNative.contributions(handle, matrix)[0];
    } finally {
      XgboostNative.freeMatrix(matrix);
    }
  }

  private static double micros(int calls, DoubleSupplier call) {
    double sink = 0;
    for (int i = 0; i < calls; i++) {
      sink += call.getAsDouble();
    }
    long began = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      sink += call.getAsDouble();
    }
    double each = (System.nanoTime() - began) / 1e3 / calls;
    return Double.isNaN(sink) ? Double.NaN : each;
  }

  /** All users as a job. */
  private void batch() throws IOException, InterruptedException {
    CpuTime before = CpuTime.now(cpu);
    long began = System.nanoTime();
    String job =
        seed.ask(
                "mutation { usersScore(input: {kinds: [CHURN]}) { job { id } userErrors { message }"
                    + " } }",
                Map.of())
            .at("/usersScore/job/id")
            .asString();
    JsonNode state = state(job);
    while (state.at("/job/state").asString().matches("WAITING|RUNNING")) {
      Thread.sleep(Duration.ofMillis(100));
      state = state(job);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    CpuTime spent = CpuTime.now(cpu).minus(before).minus(idle.times(seconds));
    long done = state.at("/job/progress/done").asLong();
    System.out.printf(
        "usersScore: %s, %d users in %.1f s: %.0f users a second; CPU a thousand users: %s%n",
        state.at("/job/state").asString(),
        done,
        seconds,
        done / seconds,
        spent.dividedBy(Math.max(1, done) / 1e3));
  }

  private JsonNode state(String job) throws IOException, InterruptedException {
    return seed.ask(
        "query($id: ID!) { job(id: $id) { state progress { done } } }", Map.of("id", job));
  }

  private static void waitUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
