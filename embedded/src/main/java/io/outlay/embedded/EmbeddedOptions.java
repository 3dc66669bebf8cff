package io.outlay.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What to start, and where.
 *
 * @param home folder of all data, logs and unpacked programs; made when missing, kept between runs
 * @param software folder of the unpacked programs; may be shared by several homes
 * @param kinds the services to start; the others come from elsewhere
 * @param durability whether acknowledged data wait for the disk
 * @param progress gets a line of text for people on each step, from several threads, one at a time
 */
public record EmbeddedOptions(
    Path home,
    Path software,
    Set<ServiceKind> kinds,
    Durability durability,
    Consumer<String> progress) {

  public EmbeddedOptions {
    kinds = Set.copyOf(kinds);
  }

  /** All services, durable, silent. */
  public static EmbeddedOptions in(Path home) {
    Path absolute = home.toAbsolutePath().normalize();
    return new EmbeddedOptions(
        absolute,
        absolute.resolve("software"),
        EnumSet.allOf(ServiceKind.class),
        Durability.KEEP,
        line -> {});
  }

  /** The same with these services only. */
  public EmbeddedOptions only(Set<ServiceKind> chosen) {
    return new EmbeddedOptions(home, software, chosen, durability, progress);
  }

  /** The same with another durability. */
  public EmbeddedOptions durability(Durability chosen) {
    return new EmbeddedOptions(home, software, kinds, chosen, progress);
  }

  /** The same with the unpacked programs in another folder. */
  public EmbeddedOptions software(Path folder) {
    return new EmbeddedOptions(
        home, folder.toAbsolutePath().normalize(), kinds, durability, progress);
  }

  /** The same, telling its progress. */
  public EmbeddedOptions reportingTo(Consumer<String> listener) {
    return new EmbeddedOptions(home, software, kinds, durability, listener);
  }
}
