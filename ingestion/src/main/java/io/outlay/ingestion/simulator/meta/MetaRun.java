package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** An asynchronous report and how far it has come: a step with every look at it. */
final class MetaRun {

  private static final int NOT_THERE_YET = 5;

  private final long id;
  private final InsightsQuery query;
  private final AdAccount account;
  private final Instant asked;
  private final MetaRunEnd end;
  private final AtomicInteger looks = new AtomicInteger();

  MetaRun(long id, InsightsQuery query, AdAccount account, Instant asked, MetaRunEnd end) {
    this.id = id;
    this.query = query;
    this.account = account;
    this.asked = asked;
    this.end = end;
  }

  InsightsQuery query() {
    return query;
  }

  AdAccount account() {
    return account;
  }

  Instant asked() {
    return asked;
  }

  boolean isComplete() {
    return end == MetaRunEnd.COMPLETED && looks.get() >= 4;
  }

  /** The next look. Every fifth run is not to be found at the first. */
  ObjectNode look() {
    int look = looks.updateAndGet(before -> before == 0 && !isLateToAppear() ? 2 : before + 1);
    return switch (Math.min(look, 4)) {
      case 1 -> throw MetaError.missing(Long.toString(id));
      case 2 -> state("Job Not Started", 0);
      case 3 -> end == MetaRunEnd.COMPLETED ? state("Job Running", 100) : state("Job Running", 50);
      default -> ended();
    };
  }

  private boolean isLateToAppear() {
    return id % NOT_THERE_YET == 0;
  }

  private ObjectNode ended() {
    return switch (end) {
      case COMPLETED -> state("Job Completed", 100);
      case HALTED -> state("Job Running", 50);
      case SKIPPED -> state("Job Skipped", 0);
      case FAILED -> {
        ObjectNode failed = state("Job Failed", 50);
        failed.put("error_code", 2);
        failed.put("error_subcode", 1504043);
        failed.put("error_message", "An unexpected error has occurred. Please retry your request.");
        failed.put("error_user_title", "Report failed");
        failed.put("error_user_msg", "The report could not be made. Please try again.");
        yield failed;
      }
    };
  }

  private ObjectNode state(String status, int percent) {
    ObjectNode state = Json.object();
    state.put("id", Long.toString(id));
    state.put("account_id", Long.toString(account.id()));
    state.put("time_ref", asked.getEpochSecond());
    if (status.equals("Job Completed")) {
      state.put("time_completed", asked.getEpochSecond() + 62);
    }
    state.put("async_status", status);
    state.put("async_percent_completion", percent);
    return state;
  }
}
