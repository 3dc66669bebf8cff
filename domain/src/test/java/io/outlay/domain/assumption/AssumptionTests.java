package io.outlay.domain.assumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AssumptionTests {

  @Test
  void takesVatOutAndChargesTheFeeOnNetMedia() {
    assertThat(assumption("0.1", "0.15", "0").costFactor()).isEqualByComparingTo("1.045454545455");
    assertThat(assumption("0", "0", "0").costFactor()).isEqualByComparingTo("1");
    assertThat(assumption("0", "0.15", "0.05").costFactor()).isEqualByComparingTo("1.1");
  }

  private static Assumption assumption(String vat, String fee, String credits) {
    return new Assumption(
        0,
        null,
        null,
        LocalDate.EPOCH,
        null,
        new BigDecimal(vat),
        new BigDecimal(fee),
        new BigDecimal(credits),
        BigDecimal.ONE);
  }
}
