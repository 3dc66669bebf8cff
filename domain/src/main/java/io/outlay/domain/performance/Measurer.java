package io.outlay.domain.performance;

/** Who counted. Figures of two measurers stand side by side and are never added. */
public enum Measurer {
  /** The ad platform itself. */
  PLATFORM,
  /** A mobile measurement partner. */
  MMP,
  /** The company's own events. */
  OWN,
  /** Apple's SKAdNetwork or AdAttributionKit. */
  SKAN
}
