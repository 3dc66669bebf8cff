package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The asynchronous reports of late; of more than a thousand the oldest are forgotten. */
final class MetaRuns {

  private static final int KEPT = 1_000;
  private static final long FIRST = 6_023_920_149_050L;

  private final Map<Long, MetaRun> runs = new LinkedHashMap<>();
  private long next = FIRST;

  /** Begins a run. */
  synchronized Reply begin(Call call, InsightsQuery query, AdAccount account) {
    long id = ++next;
    runs.put(id, new MetaRun(id, query, account, call.now(), end(call)));
    if (runs.size() > KEPT) {
      runs.remove(runs.keySet().iterator().next());
    }
    return Reply.json(200, Json.object().put("report_run_id", Long.toString(id)));
  }

  private static MetaRunEnd end(Call call) {
    if (call.has("HALF_RUN")) {
      return MetaRunEnd.HALTED;
    }
    if (call.has("FAILED_RUN")) {
      return MetaRunEnd.FAILED;
    }
    return call.has("SKIPPED_RUN") ? MetaRunEnd.SKIPPED : MetaRunEnd.COMPLETED;
  }

  synchronized Optional<MetaRun> find(String id, Publisher caller) {
    return id.matches("\\d{1,18}")
        ? Optional.ofNullable(runs.get(Long.parseLong(id)))
            .filter(run -> run.account().publisher().equals(caller))
        : Optional.empty();
  }

  /** A page of a finished run. */
  static ObjectNode rows(Call call, MetaRun run) {
    if (!run.isComplete()) {
      throw new MetaError(
              400, 2601, 1815107, "(#2601) Error loading async job: job is not complete yet")
          .refusal();
    }
    return MetaInsights.page(
        call, run.query(), run.account(), run.asked(), MetaInsights.MOST_ROWS_OF_RUN);
  }
}
