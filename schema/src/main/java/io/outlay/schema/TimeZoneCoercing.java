package io.outlay.schema;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Time zones by their IANA names. */
final class TimeZoneCoercing extends TextCoercing<String> {

  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  TimeZoneCoercing() {
    super(String.class, "an IANA time zone name such as \"Asia/Seoul\"");
  }

  @Override
  Optional<String> read(String text) {
    return KNOWN.contains(text) ? Optional.of(text) : Optional.empty();
  }

  @Override
  String write(String value) {
    return value;
  }
}
