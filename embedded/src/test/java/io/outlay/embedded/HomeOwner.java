package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * A server as far as its embedded services go: starts them, tells their process ids, and stays
 * until it is ended.
 */
final class HomeOwner {

  private HomeOwner() {}

  /**
   * Takes the home, the folder of unpacked programs, then the services to start; none means all.
   */
  public static void main(String[] args) throws IOException {
    EmbeddedServices services =
        EmbeddedServices.start(
            EmbeddedOptions.in(Path.of(args[0]))
                .software(Path.of(args[1]))
                .durability(Durability.FORGET)
                .only(kinds(args)));
    Runtime.getRuntime().addShutdownHook(new Thread(services::close, "close-services"));
    if (args.length == 2) {
      Footprints.leave(services);
    }
    services.all().forEach(service -> System.out.println("pid " + service.pid()));
    System.out.println("up");
    while (System.in.read() >= 0) {
      System.out.println("still here");
    }
  }

  private static Set<ServiceKind> kinds(String[] args) {
    Set<ServiceKind> kinds = EnumSet.noneOf(ServiceKind.class);
    for (int i = 2; i < args.length; i++) {
      kinds.add(ServiceKind.valueOf(args[i]));
    }
    return kinds.isEmpty() ? EnumSet.allOf(ServiceKind.class) : kinds;
  }
}
