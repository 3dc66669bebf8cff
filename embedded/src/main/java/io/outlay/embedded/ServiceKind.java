package io.outlay.embedded;

/** What can be started; each may be replaced by an external one. */
public enum ServiceKind {
  POSTGRESQL("PostgreSQL"),
  REDIS("Redis"),
  KAFKA("Kafka");

  private final String title;

  ServiceKind(String title) {
    this.title = title;
  }

  /** Name for people, for example {@code PostgreSQL}. */
  public String title() {
    return title;
  }

  /** Name of its folder and log file under the home folder, for example {@code postgresql}. */
  String folder() {
    return title.toLowerCase(java.util.Locale.ROOT);
  }
}
