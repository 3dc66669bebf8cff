package io.outlay.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;

class LanguageTests {

  @Test
  void takesTheFirstLanguageItSpeaks() {
    assertThat(Language.preferred(LanguageRange.parse("fr;q=0.9, ko-KR;q=0.8, en;q=0.5")))
        .isEqualTo(Language.KOREAN);
    assertThat(Language.preferred(LanguageRange.parse("en-GB, ko;q=0.1")))
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void fallsBackToEnglish() {
    assertThat(Language.preferred(LanguageRange.parse("fr"))).isEqualTo(Language.ENGLISH);
    assertThat(Language.preferred(List.of())).isEqualTo(Language.ENGLISH);
  }
}
