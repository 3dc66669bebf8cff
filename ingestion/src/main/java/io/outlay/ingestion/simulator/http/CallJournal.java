package io.outlay.ingestion.simulator.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls that came in while it was open, so that they can be made once more. Safe for use by several
 * threads.
 */
public final class CallJournal {

  /** Further ones are left out. */
  public static final int MOST_CALLS = 100_000;

  private final List<Call> calls = new ArrayList<>();
  private boolean isOpen;

  /** Begins anew. */
  public synchronized void open() {
    calls.clear();
    isOpen = true;
  }

  /** Ends; gives what came in since it was opened, in that order. */
  public synchronized List<Call> close() {
    isOpen = false;
    List<Call> all = List.copyOf(calls);
    calls.clear();
    return all;
  }

  /** Notes a call where it is open. */
  public synchronized void note(Call call) {
    if (isOpen && calls.size() < MOST_CALLS) {
      calls.add(call);
    }
  }
}
