package io.outlay.api.whole;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One server for all test classes that keep to organizations of their own. */
final class SharedServer {

  private static final WholeServer SERVER = start();

  private SharedServer() {}

  /** Runs until the tests' process ends. */
  static WholeServer get() {
    return SERVER;
  }

  private static WholeServer start() {
    try {
      WholeServer server = WholeServer.startEmbedded("--outlay.limits.cost.per-second=100000");
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
