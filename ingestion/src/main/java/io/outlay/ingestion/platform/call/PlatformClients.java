package io.outlay.ingestion.platform.call;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** HTTP clients for platforms, each with a pool of its own. */
public final class PlatformClients {

  private PlatformClients() {}

  /** A client that never follows to another address, since that would carry the token along. */
  public static WebClient create(String platform, CallSettings settings) {
    ConnectionProvider connections =
        ConnectionProvider.builder("platform-" + platform)
            .maxConnections(settings.atOnce())
            .pendingAcquireMaxCount(settings.atOnce() * 4)
            .pendingAcquireTimeout(settings.timeout())
            .maxIdleTime(Duration.ofSeconds(30))
            .build();
    HttpClient http =
        HttpClient.create(connections)
            .compress(true)
            .followRedirect(false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000)
            .responseTimeout(settings.timeout());
    return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
  }
}
