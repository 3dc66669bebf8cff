package io.outlay.ingestion.platform.applesearchads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.Samples;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.CallFailed;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.reading.EntityKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Payloads as they were published, and the signed client secret. */
class AppleSampleTests {

  private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");

  private final V5Dialect v5 = new V5Dialect("http://v5");
  private final PlatformDialect platform = new PlatformDialect("http://v1");

  @Test
  void readsAnOrganizationGivenAsOneObject() {
    JsonNode acls = Answers.json(Samples.payload("apple-search-ads/v5_acls.json"));

    assertThat(v5.readAccount(acls, "40669820").timeZone()).isEqualTo("America/Los_Angeles");
    assertThatThrownBy(() -> v5.readAccount(acls, "1"))
        .isInstanceOf(PlatformFailure.AccountNotFound.class);
  }

  @Test
  void readsTheDaysOfAV5Row() {
    JsonNode inner =
        Answers.json(Samples.payload("apple-search-ads/v5_campaign_report_inner.json"));
    List<ApplePiece> pieces = v5.pieces(inner.path("row").path(0), "countryOrRegion");

    assertThat(pieces.getFirst().date()).isEqualTo("2024-04-08");
    assertThat(AppleFigures.of(pieces.getFirst().metrics(), AppleMapping.DEFAULT, "USD").toMap())
        .containsEntry(BaseMetric.IMPRESSIONS, 17L)
        .containsEntry(BaseMetric.CLICKS, 6L)
        .containsEntry(BaseMetric.SPEND, 950_000L)
        .containsEntry(BaseMetric.INSTALLS, 5_000_000L)
        .containsEntry(BaseMetric.CONVERSIONS_ALL, 10_000_000L)
        .doesNotContainKey(BaseMetric.CONVERSION_VALUE);
  }

  @Test
  void readsRowsThatHoldNothingButTheirCampaign() {
    JsonNode body =
        Answers.json(Samples.payload("apple-search-ads/v5_report_envelope_minimal.json"));

    assertThat(v5.rows(body)).hasSize(2);
    assertThat(v5.pieces(v5.rows(body).path(0), null)).isEmpty();
    assertThat(v5.key(AppleLevel.CAMPAIGNS, v5.rows(body).path(0).path("metadata")))
        .isEqualTo(EntityKey.campaign("1001"));
  }

  @Test
  void readsThePlatformApisRows() {
    JsonNode body =
        Answers.json(Samples.payload("apple-search-ads/platform_v1_campaign_report.json"));
    JsonNode row = platform.rows(body).path(0);
    ApplePiece day = platform.pieces(row, "countryOrRegion").getFirst();

    assertThat(day.segment()).isEqualTo("US");
    assertThat(AppleFigures.of(day.metrics(), AppleMapping.DEFAULT, "USD").get(BaseMetric.SPEND))
        .isEqualTo(18_400_000L);
    assertThat(platform.key(AppleLevel.CAMPAIGNS, row.path("metadata")))
        .isEqualTo(EntityKey.campaign("444555666"));
    assertThat(platform.grandTotal(body)).isNotNull();
  }

  @Test
  void amountsOfAnotherCurrencyAreUnreadable() {
    JsonNode money = Answers.json(bytes("{\"amount\":\"1\",\"currency\":\"EUR\"}"));

    assertThatThrownBy(() -> AppleMoney.amount(money, "USD"))
        .isInstanceOf(PlatformFailure.Unreadable.class)
        .hasMessageContaining("EUR");
  }

  @Test
  void aMissingRightIsToldAsSuch() {
    JsonNode response =
        Answers.json(Samples.payload("apple-search-ads/v5_403_missing_context.http.json"))
            .path("response");

    assertThatThrownBy(
            () ->
                new AppleRules()
                    .check(
                        new PlatformAnswer(
                            403, new HttpHeaders(), Answers.write(response.path("body")))))
        .isInstanceOfSatisfying(
            CallFailed.class,
            failed ->
                assertThat(failed.failure())
                    .isInstanceOf(PlatformFailure.PermissionMissing.class)
                    .hasMessageContaining("A required header was not specified"));
  }

  @Test
  void signsItsSecretAsEs256WithRawNumbers() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();

    String[] parts = ClientSecret.of(credential(pem(pair)), NOW).split("\\.", -1);

    byte[] raw = Base64.getUrlDecoder().decode(parts[2]);
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(pair.getPublic());
    check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(raw).hasSize(64);
    assertThat(check.verify(raw)).isTrue();
    JsonNode header = Answers.json(Base64.getUrlDecoder().decode(parts[0]));
    JsonNode claims = Answers.json(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(header.path("alg").stringValue()).isEqualTo("ES256");
    assertThat(header.path("kid").stringValue()).isEqualTo("key");
    assertThat(claims.path("aud").stringValue()).isEqualTo("https://appleid.apple.com");
    assertThat(claims.path("iat").asLong(0)).isLessThanOrEqualTo(NOW.getEpochSecond());
    assertThat(claims.path("exp").asLong(0) - claims.path("iat").asLong(0)).isLessThan(15_552_000);
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> AppleCredential.check(credential("not-a-key-but-secret")))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("privateKey")
        .message()
        .doesNotContain("not-a-key-but-secret");
  }

  @Test
  void aMappingThatCountsAnInstallTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                AppleMapping.check(
                    new ActionMapping(
                        ConversionKind.INSTALL,
                        Map.of(
                            "totalInstalls", ConversionKind.INSTALL,
                            "tapNewDownloads", ConversionKind.OTHER),
                        "")))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("totalInstalls")
        .hasMessageContaining("tapNewDownloads");
    AppleMapping.check(AppleMapping.DEFAULT);
  }

  private static PlatformCredential credential(String pem) {
    return new PlatformCredential(
        Map.of("clientId", "client", "teamId", "team", "keyId", "key", "privateKey", pem));
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
