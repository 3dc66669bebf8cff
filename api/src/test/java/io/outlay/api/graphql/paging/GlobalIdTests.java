package io.outlay.api.graphql.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import org.junit.jupiter.api.Test;

class GlobalIdTests {

  @Test
  void comesBackAsItWent() {
    assertThat(GlobalId.parse(GlobalId.of("Campaign", 7))).contains(new GlobalId("Campaign", 7));
    assertThat(GlobalId.numberOf("Campaign", GlobalId.of("Campaign", 7))).hasValue(7);
  }

  @Test
  void answersForeignAndBrokenIdsAlike() {
    String[] wrong = {"", "7", "!!", "Q2FtcGFpZ246", GlobalId.of("Job", 7), "A".repeat(100_000)};
    for (String text : wrong) {
      assertThat(GlobalId.numberOf("Campaign", text)).as(text).isEmpty();
    }
  }

  @Test
  void pagesAreBounded() {
    assertThat(Page.of(null, null).first()).isEqualTo(50);
    assertThat(Page.of(500, null).first()).isEqualTo(500);
    assertThatThrownBy(() -> Page.of(-1, null))
        .isInstanceOf(BadRequest.class)
        .hasMessage("first is -1; expected a number from 1 on.");
    assertThatThrownBy(() -> Page.of(0, null)).isInstanceOf(BadRequest.class);
  }
}
