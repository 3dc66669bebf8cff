package io.outlay.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Inline commands to an embedded Redis. */
final class RedisClient {

  private RedisClient() {}

  /** Everything Redis answers to the command, after it has let us in. */
  static String ask(EmbeddedRedis redis, String command) {
    try (Socket socket = new Socket(redis.host(), redis.port())) {
      String lines = "AUTH %s\r\n%s\r\nQUIT\r\n".formatted(redis.password(), command);
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(command, e);
    }
  }
}
