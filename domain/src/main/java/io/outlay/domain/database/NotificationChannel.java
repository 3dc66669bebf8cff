package io.outlay.domain.database;

/** What processes tell each other through PostgreSQL's NOTIFY. */
public enum NotificationChannel {
  /** An organization's data version rose: {@code organization:version:committedAtMicros}. */
  DATA_VERSION("outlay_version"),
  /** An API token was revoked or changed: {@code organization:token}. */
  API_TOKEN("outlay_token"),
  /** A job moved: {@code organization:job}. */
  JOB("outlay_job"),
  /** Which models of a kind serve has changed: {@code organization:kind:version}. */
  RISK_MODEL("outlay_model"),
  /** Users came into other bands: {@code organization:number of the latest change}. */
  BAND_CHANGE("outlay_band");

  private final String sqlName;

  NotificationChannel(String sqlName) {
    this.sqlName = sqlName;
  }

  /** Name in LISTEN and NOTIFY. */
  public String sqlName() {
    return sqlName;
  }
}
