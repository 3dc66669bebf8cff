package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import reactor.core.Disposable;

/** Tells which models have changed, also by other processes. */
public interface ModelAnnouncements {

  /** Whether everything announced until a second ago has been heard; otherwise ask. */
  boolean isCurrent();

  /** Passes on what is announced from now on; dispose the result to hear no more. */
  Disposable listen(Listener listener);

  /** Takes announcements on an event loop: be short and never block. */
  interface Listener {

    /** The models of a kind that serve have changed. */
    void changed(OrganizationId organization, RiskKind kind, long version);

    /** Announcements may have been missed before now. */
    void resumed();
  }
}
