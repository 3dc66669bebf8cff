package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelAnnouncements;
import io.outlay.domain.risk.RiskKind;
import reactor.core.Disposable;

/** Changes of models as the database announces them. */
public final class PostgresModelAnnouncements implements ModelAnnouncements {

  private final Notifications notifications;

  /** Hears through the process's own connection for announcements. */
  public PostgresModelAnnouncements(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public boolean isCurrent() {
    return notifications.isCurrent();
  }

  @Override
  public Disposable listen(Listener listener) {
    return notifications.listen(NotificationChannel.RISK_MODEL, new Ear(listener));
  }

  private record Ear(Listener listener) implements Notifications.Listener {

    /** {@code organization:kind:version}. */
    @Override
    public void heard(String payload) {
      String[] parts = payload.split(":", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not a notice of a model: " + payload);
      }
      listener.changed(
          new OrganizationId(Long.parseLong(parts[0])),
          RiskKind.valueOf(parts[1]),
          Long.parseLong(parts[2]));
    }

    @Override
    public void resumed() {
      listener.resumed();
    }
  }
}
