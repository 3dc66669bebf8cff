package io.outlay.domain.campaign;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameExpressionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dragon",
        "^KR_",
        "^([A-Z]{2})_",
        "(?:Dragon|Puzzle) ?Tale",
        "\\d{4,6}$",
        "a|b|",
        "[^]_]+?_",
        "드래곤.*출시",
        "(?:ab)*c(?:de)+"
      })
  void letsPlainExpressionsIn(String text) {
    assertThatCode(() -> NameExpression.require("text", text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "((?:a|b)*)*",
        "(?:a{1,40}){1,40}",
        "(.*)\\1",
        "(?=a)b",
        "(?i)a",
        "(a)(b)",
        "a**",
        "+a",
        "(a",
        "a)",
        "[a",
        "a{1,255}",
        "a{x}",
        "\\b",
        "a\\",
        "[[:alpha:]]",
        "a*b*c*d*e*f*g*h*i*j*k*"
      })
  void refusesWhatCouldTakeTimeWithoutEndOrIsNoExpression(String text) {
    assertThatThrownBy(() -> NameExpression.require("text", text))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("an expression with");
  }
}
