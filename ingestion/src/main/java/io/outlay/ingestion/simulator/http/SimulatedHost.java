package io.outlay.ingestion.simulator.http;

import java.util.Arrays;
import java.util.Optional;

/** The hosts that are played; each is the first part of the path on the simulator's one port. */
public enum SimulatedHost {
  /** Meta's Graph and Marketing API. */
  META_GRAPH("graph.facebook.com"),
  /** Google Ads. */
  GOOGLE_ADS("googleads.googleapis.com"),
  /** Where Google hands out access tokens. */
  GOOGLE_OAUTH("oauth2.googleapis.com"),
  /** Where Apple hands out access tokens. */
  APPLE_ID("appleid.apple.com"),
  /** Apple's Campaign Management API v5. */
  APPLE_SEARCH_ADS("api.searchads.apple.com"),
  /** Apple's Ads Platform API v1. */
  APPLE_ADS("api.ads.apple.com");

  private final String hostName;

  SimulatedHost(String hostName) {
    this.hostName = hostName;
  }

  /** The name the real host has. */
  public String hostName() {
    return hostName;
  }

  /** The host of a name. */
  public static Optional<SimulatedHost> of(String hostName) {
    return Arrays.stream(values()).filter(host -> host.hostName.equals(hostName)).findFirst();
  }
}
