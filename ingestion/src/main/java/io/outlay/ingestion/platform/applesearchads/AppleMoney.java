package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.money.Micros;
import io.outlay.ingestion.platform.reading.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Apple's amounts: a text of major units with its currency, in several wrappings. */
final class AppleMoney {

  private AppleMoney() {}

  /** The amount in major units; null where there is none. */
  static @Nullable BigDecimal amount(JsonNode money, String currencyCode) {
    JsonNode own = money.path("value").isObject() ? money.path("value") : money;
    if (own.isNumber() && own.decimalValue().signum() >= 0) {
      return own.decimalValue();
    }
    String currency = Fields.text(own, "currency");
    if (currency != null && !currency.equals(currencyCode)) {
      throw Fields.unreadable("the currency of an amount", currency, currencyCode);
    }
    return "null".equals(Fields.text(own, "amount")) ? null : Fields.number(own, "amount");
  }

  /** The amount in millionths; null where there is none. */
  static @Nullable Long micros(JsonNode money, String currencyCode) {
    BigDecimal amount = amount(money, currencyCode);
    try {
      return amount == null ? null : (Long) Micros.of(amount);
    } catch (ArithmeticException e) {
      throw Fields.unreadable("an amount", String.valueOf(amount), "an amount that fits");
    }
  }

  /** The first of the named amounts that is there. */
  static @Nullable Long micros(JsonNode object, String currencyCode, String... names) {
    for (String name : names) {
      Long micros = micros(object.path(name), currencyCode);
      if (micros != null) {
        return micros;
      }
    }
    return null;
  }
}
