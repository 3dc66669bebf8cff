package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.util.List;

/** Bounds of settings. */
final class SettingCheck {

  private static final int MOST = 10;

  private SettingCheck() {}

  /** Without trailing zeros, so that equal amounts are equal. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static void between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw BadRequest.of(field, value, "a whole number from " + least + " to " + most);
    }
  }

  static List<Integer> rising(String field, List<Integer> values, int least, int most) {
    boolean isRising = !values.isEmpty() && values.size() <= MOST;
    int before = least - 1;
    for (int value : values) {
      isRising &= value > before && value <= most;
      before = value;
    }
    if (!isRising) {
      throw BadRequest.of(
          field, values, "1 to 10 rising whole numbers from " + least + " to " + most);
    }
    return List.copyOf(values);
  }
}
