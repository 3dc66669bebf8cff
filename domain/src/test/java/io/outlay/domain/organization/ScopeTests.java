package io.outlay.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTests {

  @Test
  void noLimitSeesEverything() {
    assertThat(Scope.EVERYTHING.isEverything()).isTrue();
    assertThat(Scope.EVERYTHING.includes(1, 2)).isTrue();
  }

  @Test
  void eachLimitNarrows() {
    Scope both = new Scope(Set.of(1L), Set.of(2L));

    assertThat(both.includes(1, 2)).isTrue();
    assertThat(both.includes(1, 3)).isFalse();
    assertThat(both.includes(4, 2)).isFalse();
  }

  @Test
  void anEmptyLimitSeesNothing() {
    assertThat(new Scope(Set.of(), null).includes(1, 2)).isFalse();
    assertThat(new Scope(Set.of(), null).isEverything()).isFalse();
  }
}
