package io.outlay.api.demo;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a newcomer at the end of the start where to look, and with which token. */
@Component
@Profile("!production")
@ConditionalOnRole(ProcessRole.API)
final class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private int port;

  /** Remembers where the server listens. */
  @EventListener
  void listening(WebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  /** The last block of the start. */
  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    String server = "http://127.0.0.1:" + port;
    LOG.info(
        """

        Outlay is ready.
          start page   {}/
          GraphiQL     {}/graphiql
          endpoint     {}/graphql
          demo tokens  demo-admin demo-manager demo-analyst demo-partner (Demo Games), rival-admin (Rival Games)
        """,
        server,
        server,
        server);
  }
}
