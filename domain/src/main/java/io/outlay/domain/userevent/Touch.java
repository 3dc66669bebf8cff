package io.outlay.domain.userevent;

/** How a user met an advertisement. */
public enum Touch {
  IMPRESSION,
  CLICK
}
