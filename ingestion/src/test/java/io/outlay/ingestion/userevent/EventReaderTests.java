package io.outlay.ingestion.userevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTests {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final OrganizationId ORGANIZATION = new OrganizationId(7);
  private static final EventReader READER =
      new EventReader(new Pseudonyms(new byte[32]), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void amountsAreExactAndRoundedHalfUpOnce() {
    Map<String, Object> purchase = event("PURCHASE");
    purchase.put("currencyCode", "USD");
    purchase.put("amount", new BigDecimal("0.0000005"));
    assertThat(read(purchase).amountMicros()).isEqualTo(1);
    purchase.put("amount", "999999999.999999");
    assertThat(read(purchase).amountMicros()).isEqualTo(999_999_999_999_999L);
  }

  @Test
  void unknownTypesAndFieldsAreKept() {
    Map<String, Object> sent = event("guild.joined");
    sent.put("guild", "Foxes");
    sent.put("details", Map.of("size", 12));
    UserEvent event = read(sent);

    assertThat(event.type()).isEqualTo(EventType.CUSTOM);
    assertThat(event.customType()).isEqualTo("guild.joined");
    assertThat(event.details()).isEqualTo(Map.of("guild", "\"Foxes\"", "size", "12"));
  }

  @Test
  void devicesAndAddressesLeaveAsHashesOfTheirOrganization() {
    Map<String, Object> sent = event("DEVICE_SEEN");
    sent.put("device", "3F2504E0");
    sent.put("address", "203.0.113.7");
    UserEvent event = read(sent);
    UserEvent other = READER.read(new OrganizationId(8), sent, RecordingTime.at(NOW));

    assertThat(event.device()).matches("[0-9a-f]{32}").isNotEqualTo(other.device());
    assertThat(event.toString()).doesNotContain("3F2504E0").doesNotContain("203.0.113.7");
    sent.put("device", "3f2504e0");
    assertThat(read(sent).device()).isEqualTo(event.device());
  }

  @Test
  void anEventIsNeverRecordedBeforeItOccurred() {
    Map<String, Object> sent = event("INSTALL");
    sent.put("occurredAt", "2026-11-20T12:04:00Z");
    assertThat(read(sent).recordedAt()).isEqualTo("2026-11-20T12:04:00Z");
    sent.put("occurredAt", "2026-11-01T00:00:00Z");
    RecordingTime usual = RecordingTime.after(Duration.ofHours(2), NOW);
    assertThat(READER.read(ORGANIZATION, sent, usual).recordedAt())
        .isEqualTo("2026-11-01T02:00:00Z");
    sent.put("recordedAt", "2026-10-01T02:00:00Z");
    assertProblem(sent, "recordedAt", "its occurredAt, to now");
  }

  @Test
  void aTouchpointTellsHowAndWhere() {
    Map<String, Object> sent = event("TOUCHPOINT");
    sent.put("channel", "META");
    assertProblem(sent, "touch", "IMPRESSION or CLICK");
    sent.put("touch", "CLICK");
    assertThat(read(sent).touch()).isEqualTo(Touch.CLICK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eventId     |                     | text of 1 to 128",
        "userId      | 12                  | text of 1 to 128",
        "type        | 1st                 | letters, digits",
        "occurredAt  | yesterday           | a moment with its offset",
        "occurredAt  | 2026-11-20T12:05:01Z| five minutes from now",
        "occurredAt  | 1999-12-31T00:00:00Z| from 2000",
        "amount      | -1                  | a decimal from 0",
        "amount      | 1e3                 | a decimal from 0",
        "currencyCode| usd                 | ISO 4217",
        "seconds     | 1.5                 | a whole number",
        "level       | 0                   | from 1",
        "isSandbox   | yes                 | true or false",
        "country     | Korea               | alpha-2",
        "channel     | meta                | capital letters",
      })
  void whatIsWrongIsToldByFieldValueAndWhatWouldBeRight(
      String field, String value, String expected) {
    Map<String, Object> sent = event("PURCHASE");
    sent.put("amount", "1");
    sent.put("currencyCode", "USD");
    sent.put(field, value == null ? "" : field.equals("userId") ? (Object) 12 : value);
    assertProblem(sent, field, expected);
  }

  @Test
  void typesSayWhatTheyCannotDoWithout() {
    assertProblem(event("PURCHASE"), "amount", "a decimal");
    assertProblem(event("IDS_LINKED"), "otherUserId", "cannot do without");
    assertProblem(event("FRAUD_CONFIRMED"), "saidBy", "cannot do without");
    assertProblem(event("CUSTOM"), "customType", "1 to 64");
    Map<String, Object> self = event("IDS_LINKED");
    self.put("otherUserId", "u1");
    assertProblem(self, "otherUserId", "another id");
  }

  private static void assertProblem(Map<String, Object> sent, String field, String expected) {
    assertThatThrownBy(() -> read(sent))
        .isInstanceOf(BadRequest.class)
        .hasMessageStartingWith(field + " is ")
        .hasMessageContaining(expected);
  }

  private static UserEvent read(Map<String, Object> sent) {
    return READER.read(ORGANIZATION, sent, RecordingTime.at(NOW));
  }

  private static Map<String, Object> event(String type) {
    return new HashMap<>(
        Map.of(
            "eventId", "e1", "userId", "u1", "type", type, "occurredAt", "2026-11-20T11:00:00Z"));
  }
}
