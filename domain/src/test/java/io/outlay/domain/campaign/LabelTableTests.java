package io.outlay.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import org.junit.jupiter.api.Test;

class LabelTableTests {

  @Test
  void readsALabelForEachCellAndTakesAwayWhereItIsEmpty() {
    assertThat(
            LabelTable.read(
                """
                channel,account,campaign,title,country
                META,act_1,"a ""b"", c",Dragon Tale,
                """))
        .containsExactly(
            new NamedLabelSetting(2, "META", "act_1", "a \"b\", c", "title", "Dragon Tale"),
            new NamedLabelSetting(2, "META", "act_1", "a \"b\", c", "country", null));
  }

  @Test
  void tellsTheLineThatIsWrong() {
    assertThatThrownBy(() -> LabelTable.read("campaign,title\n1,x"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("csv line 1");
    assertThatThrownBy(() -> LabelTable.read("channel,account,campaign,title\n\nMETA,1,2\n"))
        .hasMessageContaining("csv line 3 is \"3 cells\"; expected 4, as in the first line");
    assertThatThrownBy(() -> LabelTable.read("channel,account,campaign,title\nMETA,1,2,\"x\n"))
        .hasMessageContaining("a closing double quote");
    assertThatThrownBy(() -> LabelTable.read("channel,account,campaign,1st\nMETA,1,2,x\n"))
        .hasMessageContaining("a letter, then letters");
  }

  @Test
  void refusesRulesThatNameNoPart() {
    assertThatThrownBy(() -> new LabelRule.Part("title", "_", 0)).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> new LabelRule.Part("title", "", 1)).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> new LabelSetting(1, "title", " ")).isInstanceOf(BadRequest.class);
  }
}
