package io.outlay.api.graphql.websocket;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** Upgrades requests to sockets whose messages are bounded. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration {

  @Bean
  WebSocketService graphQlWebSocketService(SocketSettings settings) {
    int longest = Math.toIntExact(settings.message().toBytes());
    return new HandshakeWebSocketService(
        new ReactorNettyRequestUpgradeStrategy(
            () -> WebsocketServerSpec.builder().maxFramePayloadLength(longest)));
  }
}
