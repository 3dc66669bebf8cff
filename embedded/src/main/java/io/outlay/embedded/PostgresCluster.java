package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first making of PostgreSQL's data folder, with its roles and database. It is made beside its
 * place and moved there whole, so a start that was killed in the middle is simply done again.
 */
record PostgresCluster(Path folder, Path programs, PostgresUser user, boolean isDurable) {

  /** Makes it unless it exists. */
  void createIn(Path data, Password password, Password superuserPassword)
      throws IOException, InterruptedException {
    if (Files.exists(data)) {
      return;
    }
    Path draft = folder.resolve("data.draft");
    FileTrees.delete(draft);
    password.renew();
    superuserPassword.renew();
    Files.createDirectory(draft);
    user.own(draft);
    initialize(draft);
    Files.writeString(draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    createDatabase(draft, password, superuserPassword);
    if (isDurable) {
      Commands.run(
          folder, user.command(List.of(program("initdb"), "--pgdata=" + draft, "--sync-only")));
    }
    Files.move(draft, data);
  }

  /**
   * The builtin C.UTF-8 locale: the same order and the same upper and lower case whatever the
   * machine has installed.
   */
  private void initialize(Path draft) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            program("initdb"), "--pgdata=" + draft, "--username=" + EmbeddedPostgres.SUPERUSER));
    command.addAll(List.of("--auth=trust", "--encoding=UTF8", "--locale=C"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"));
    Commands.run(folder, user.command(command));
  }

  /**
   * In single-user mode, so that nobody can connect before there are passwords. It takes one
   * statement a line.
   */
  private void createDatabase(Path draft, Password password, Password superuserPassword)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(program("postgres"), "--single", "-D", draft.toString(), "-c", "exit_on_error=on"));
    command.addAll(List.of("-c", "fsync=off", EmbeddedPostgres.SUPERUSER));
    String role = EmbeddedPostgres.OUTLAY;
    String statements =
        """
        ALTER ROLE %1$s PASSWORD '%2$s'
        CREATE ROLE %3$s LOGIN CREATEROLE PASSWORD '%4$s'
        CREATE DATABASE %3$s OWNER %3$s
        """
            .formatted(EmbeddedPostgres.SUPERUSER, superuserPassword.read(), role, password.read());
    Commands.run(folder, user.command(command), statements);
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }
}
