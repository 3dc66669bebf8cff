package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.SliceInvalid;
import io.outlay.domain.performance.SlicesTooSlow;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import org.junit.jupiter.api.Test;

class LastingErrorsTests {

  @Test
  void aRefusedValueLiesInTheSlice() {
    assertThat(LastingErrors.told(new R2dbcNonTransientResourceException("bad", "22021")))
        .isInstanceOf(SliceInvalid.class);
  }

  @Test
  void aStatementThatRanTooLongIsToldApart() {
    assertThat(LastingErrors.told(new R2dbcTimeoutException("canceling statement", "57014")))
        .isInstanceOf(SlicesTooSlow.class);
  }

  @Test
  void aBrokenConnectionPasses() {
    R2dbcNonTransientResourceException broken =
        new R2dbcNonTransientResourceException("connection lost", "08006");

    assertThat(LastingErrors.told(broken)).isSameAs(broken);
  }
}
