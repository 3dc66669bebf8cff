package io.outlay.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Imports a large generated file into a running server: how long the upload and the import take,
 * what they cost, and how much memory the server takes meanwhile. Loopback only; ends by itself,
 * after an hour at the latest.
 *
 * <p>Arguments: address of the endpoint, token of a manager, process id of the server, megabytes of
 * the file (1000 when left out).
 */
final class ImportLoad {

  private static final Duration LONGEST = Duration.ofHours(1);
  private final GraphQlClient client;
  private final ProcessCpu server;
  private final ServerMemory memory;

  private ImportLoad(GraphQlClient client, long processId) {
    this.client = client;
    this.server = new ProcessCpu(processId);
    this.memory = new ServerMemory(processId);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long megabytes = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1_000;
    System.out.println("load " + Programs.load());
    ImportLoad load =
        new ImportLoad(new GraphQlClient(arguments[0], arguments[1]), Long.parseLong(arguments[2]));
    try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
      Future<?> samples = watch.scheduleAtFixedRate(load.memory::sample, 0, 1, TimeUnit.SECONDS);
      load.run(megabytes);
      samples.cancel(false);
    }
  }

  private void run(long megabytes) throws IOException, InterruptedException {
    long number = System.currentTimeMillis();
    Step upload = new Step("upload", megabytes);
    JsonNode answer = client.upload("bench.csv", () -> new SpendCsv(megabytes * 1_000_000));
    upload.end();
    JsonNode begun =
        client.send(mutation(answer.get("uploadId").asString(), number)).get("spendImport");
    if (!begun.get("userErrors").isEmpty()) {
      throw new IllegalStateException(begun.toString());
    }
    Step check = new Step("check, publish, store", megabytes);
    await(begun.get("job").get("id").asString());
    check.end();
  }

  private static String mutation(String uploadId, long number) {
    return """
    mutation { spendImport(input: {content: {uploadId: "%s"}, channel: "BENCH", dataset: "bench-%d",
      account: {externalId: "bench-%d"}, currencyCode: "KRW"}) { job { id } userErrors { message } } }
    """
        .formatted(uploadId, number, number);
  }

  private void await(String job) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      JsonNode state =
          client.send("{ job(id: \"%s\") { state error { message } } }".formatted(job)).get("job");
      switch (state.get("state").asString()) {
        case "SUCCEEDED" -> {
          return;
        }
        case "FAILED", "CANCELLED" -> throw new IllegalStateException(state.toString());
        default -> TimeUnit.MILLISECONDS.sleep(500);
      }
    }
    throw new IllegalStateException("the import took longer than " + LONGEST);
  }

  /** A part of the way, from its making to its end. */
  private final class Step {

    private final String name;
    private final long megabytes;
    private final long began = System.nanoTime();
    private final Duration own = server.own();
    private final Duration postgres = server.postgres();

    Step(String name, long megabytes) {
      this.name = name;
      this.megabytes = megabytes;
      memory.begin();
    }

    void end() {
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "%-22s %6.1f s %6.1f MB/s, CPU of the server %.1f s, of PostgreSQL %.1f s, resident %s%n",
          name,
          seconds,
          megabytes / seconds,
          server.own().minus(own).toNanos() / 1e9,
          server.postgres().minus(postgres).toNanos() / 1e9,
          memory.told());
    }
  }
}
