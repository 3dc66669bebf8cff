package io.outlay.ingestion.simulator.fault;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on, at most a hundred. Safe for use by many threads. */
public final class Faults {

  private static final int MOST = 100;

  private final List<Fault> active = new ArrayList<>();

  /** Switches a fault on. */
  public synchronized void add(Fault fault) {
    if (active.size() >= MOST) {
      throw new IllegalStateException("there are " + MOST + " faults already: clear them first");
    }
    active.add(fault);
  }

  /** Switches all faults off. */
  public synchronized void clear() {
    active.clear();
  }

  /** The faults that are on. */
  public synchronized List<Fault> active() {
    return List.copyOf(active);
  }

  /** The faults that spoil this call; each has one call less to spoil afterwards. */
  public synchronized List<Fault> take(AdPlatform platform, Optional<String> account, Call call) {
    List<Fault> taken = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      Fault fault = active.get(i);
      if (fault.concerns(platform, account, call)) {
        taken.add(fault);
        active.set(i, fault.less());
      }
    }
    active.removeIf(fault -> fault.times() == 0);
    return taken;
  }
}
