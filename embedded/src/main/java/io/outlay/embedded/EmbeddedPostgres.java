package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL with the database {@code outlay}, owned by the login role {@code outlay}, which may
 * make roles and is no superuser, so that row-level security holds for it as for everyone.
 */
public final class EmbeddedPostgres extends EmbeddedService {
  /** Name of the database and of the role that owns it. */
  public static final String OUTLAY = "outlay";

  static final String SUPERUSER = "postgres";
  private static final int STATUS_LINE = 7;

  private final Path data = folder().resolve("data");
  private final Password password = new Password(folder().resolve("password"));
  private final Password superuserPassword = new Password(folder().resolve("superuser-password"));

  EmbeddedPostgres(EmbeddedOptions options) {
    // INT is PostgreSQL's fast shutdown: open transactions are rolled back, nobody is waited for.
    super(ServiceKind.POSTGRESQL, options, "INT");
  }

  /** Address for JDBC, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(OUTLAY);
  }

  /** Address of another database for JDBC, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
  }

  /** Address for R2DBC, without user and password. */
  public String r2dbcUrl() {
    return r2dbcUrl(OUTLAY);
  }

  /** Address of another database for R2DBC, without user and password. */
  public String r2dbcUrl(String database) {
    return "r2dbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
  }

  /** The role that owns the database. */
  public String username() {
    return OUTLAY;
  }

  /** Password of {@link #username()}; made at random with the data folder. */
  public String password() {
    return password.read();
  }

  /**
   * For what only a superuser may do: making databases for tests, looking beneath row-level
   * security.
   */
  public String superuser() {
    return SUPERUSER;
  }

  /** Password of {@link #superuser()}. */
  public String superuserPassword() {
    return superuserPassword.read();
  }

  @Override
  List<String> prepare() throws IOException, InterruptedException {
    Path programs = PostgresSoftware.unpackTo(software());
    PostgresUser user = PostgresUser.forFolder(folder());
    new PostgresCluster(folder(), programs, user, isDurable())
        .createIn(data, password, superuserPassword);
    user.own(data);
    // No PostgreSQL works in this folder now, or it would have been ended as an orphan: what this
    // file says is stale. It
    // must go, since its process id may meanwhile belong to somebody else, before which PostgreSQL
    // would give way.
    Files.deleteIfExists(statusFile());
    return user.command(command(programs));
  }

  @Override
  void unpack() throws IOException {
    PostgresSoftware.unpackTo(software());
  }

  private List<String> command(Path programs) {
    List<String> command =
        new ArrayList<>(
            List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
    List<String> settings =
        List.of(
            "port=" + port(),
            "listen_addresses=" + host(),
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "fsync=" + (isDurable() ? "on" : "off"),
            "synchronous_commit=" + (isDurable() ? "on" : "off"),
            "full_page_writes=" + (isDurable() ? "on" : "off"));
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  /** PostgreSQL writes {@code ready} into its status file once it takes connections. */
  @Override
  boolean isReady() {
    try {
      List<String> status = Files.readAllLines(statusFile());
      return status.size() > STATUS_LINE && status.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException e) {
      return false; // not written yet
    }
  }

  private Path statusFile() {
    return data.resolve("postmaster.pid");
  }

  @Override
  Duration startLimit() {
    return Duration.ofMinutes(5);
  }
}
