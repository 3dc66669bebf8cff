package io.outlay.api.graphql.websocket;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How sockets and event streams behave.
 *
 * @param initTimeout how long a socket may wait before its {@code connection_init}
 * @param keepAlive how often the server pings, and comments on event streams
 * @param silence longest time a client may say nothing, pongs included, before its socket is
 *     closed; longer than {@code keepAlive}
 * @param message largest text message
 * @param operations most operations of one socket at a time
 * @param buffer most events that wait for a slow subscriber before its operation is ended
 * @param origins origins of web pages that may connect beside the server's own, for example {@code
 *     https://tools.example.com}
 */
@ConfigurationProperties("outlay.websocket")
public record SocketSettings(
    @DefaultValue("3s") Duration initTimeout,
    @DefaultValue("15s") Duration keepAlive,
    @DefaultValue("40s") Duration silence,
    @DefaultValue("64KB") DataSize message,
    @DefaultValue("100") int operations,
    @DefaultValue("256") int buffer,
    @DefaultValue List<String> origins) {

  /** Refuses to close clients before they were asked for a sign of life. */
  public SocketSettings {
    if (silence.compareTo(keepAlive) <= 0) {
      throw new IllegalArgumentException(
          "outlay.websocket.silence is "
              + silence
              + "; expected more than outlay.websocket.keep-alive, "
              + keepAlive);
    }
  }
}
