package io.outlay.ingestion.simulator.world;

import java.util.List;

/** What an ad was seen on. */
public enum DeviceKind {
  /** A telephone. */
  PHONE,
  /** A tablet. */
  TABLET,
  /** A computer on a desk. */
  DESKTOP;

  /** Devices reached by ads leading to {@code system}, with their parts in thousandths. */
  static List<Part<DeviceKind>> of(DeviceSystem system) {
    return switch (system) {
      case ANDROID -> List.of(new Part<>(PHONE, 885), new Part<>(TABLET, 115));
      case IOS -> List.of(new Part<>(PHONE, 848), new Part<>(TABLET, 152));
      case WEB -> List.of(new Part<>(PHONE, 512), new Part<>(TABLET, 43), new Part<>(DESKTOP, 445));
    };
  }
}
