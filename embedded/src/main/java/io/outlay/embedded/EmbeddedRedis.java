package io.outlay.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** Redis, keeping its data in an append-only file. */
public final class EmbeddedRedis extends EmbeddedService {
  private static final int ANSWER_WITHIN_MILLIS = 500;

  private final Password password = new Password(folder().resolve("password"));

  EmbeddedRedis(EmbeddedOptions options) {
    super(ServiceKind.REDIS, options, "TERM");
  }

  /** Address with user and password, for {@code spring.data.redis.url}. */
  public String url() {
    return "redis://default:%s@%s:%d".formatted(password.read(), host(), port());
  }

  /** Password of the user {@code default}; made at random with the data folder. */
  public String password() {
    return password.read();
  }

  @Override
  List<String> prepare() throws IOException {
    if (!Files.exists(password.file())) {
      password.renew();
    }
    Path settings = folder().resolve("redis.conf");
    Files.writeString(settings, settings());
    return List.of(program().toString(), settings.toString());
  }

  @Override
  void unpack() throws IOException {
    program();
  }

  private Path program() throws IOException {
    Path programs =
        Unpacked.once(
            software().resolve("redis-" + SoftwareVersions.redis()),
            folder -> {
              try (InputStream program =
                  Platform.resource(Platform.here().redisServer(), "Redis")) {
                Files.copy(program, folder.resolve("redis-server"));
              }
              Files.setPosixFilePermissions(
                  folder.resolve("redis-server"), PosixFilePermissions.fromString("rwxr-xr-x"));
            });
    return programs.resolve("redis-server");
  }

  /** It is a shared cache first: at its limit it forgets the keys that would expire anyway. */
  private String settings() {
    return """
    bind %s
    port %d
    dir "%s"
    requirepass %s
    appendonly yes
    appendfsync %s
    save ""
    maxmemory 256mb
    maxmemory-policy volatile-lru
    set-proc-title no
    """
        .formatted(host(), port(), folder(), password.read(), isDurable() ? "everysec" : "no");
  }

  /** While Redis loads its file it answers {@code -LOADING}. */
  @Override
  boolean isReady() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(), port()), ANSWER_WITHIN_MILLIS);
      socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
      String question = "AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password.read());
      socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .contains("+PONG");
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  @Override
  Duration startLimit() {
    return Duration.ofMinutes(1);
  }
}
