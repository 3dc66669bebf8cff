package io.outlay.domain.organization;

/**
 * Identity of a company that uses Outlay. It comes from a caller's token and nowhere else.
 *
 * @param value positive number, the same in every table
 */
public record OrganizationId(long value) {

  /** Refuses numbers that no organization can have. */
  public OrganizationId {
    if (value <= 0) {
      throw new IllegalArgumentException("organization id must be positive, was " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
