package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.csv.CsvHints;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files as people save them from the platforms' own pages. */
class PlatformExportTests {

  private static final SpendFileSettings ACCOUNT = SpendFileSettings.recognised("acc-1", null);

  @Test
  void readsGoogleAdsWithTitlesAndTotals() {
    String file =
        """
        Campaign report
        "November 1, 2026 - November 2, 2026"
        Day,Campaign,Campaign status,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value
        2026-11-01,Spring Search,Enabled,USD,"1,234.56","100,000",950,12.50,3000.00
        2026-11-02,Spring Search,Enabled,USD,1.00,10,1,0.00,0
        2026-11-02,Total War,Paused,USD,2.00,20,2, --,
         --,Total: Account, --,USD,"1,237.56","100,030",953,12.50,3000.00
        Total: Campaigns, --, --,USD,"1,237.56","100,030",953,12.50,3000.00
        """;

    SpendFiles.Outcome outcome = SpendFiles.check(file, ACCOUNT);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo("google-ads");
    assertThat(outcome.report().headerLine()).isEqualTo(3);
    assertThat(outcome.report().totalLineCount()).isEqualTo(2);
    assertThat(outcome.report().totalLines())
        .extracting(FileReport.TotalLine::line)
        .containsExactly(7L, 8L);
    assertThat(outcome.report().lines()).isEqualTo(3);
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(1_237_560_000L);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(12_500_000);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSION_VALUE)).isEqualTo(3_000_000_000L);
    assertThat(outcome.slices())
        .extracting(SpendSlice::period)
        .containsExactly(
            Period.of(LocalDate.of(2026, 11, 1)), Period.of(LocalDate.of(2026, 11, 2)));
  }

  @Test
  void readsKoreanGoogleAdsInUtf16WithTabs() {
    String file =
        """
        \uFEFF캠페인 실적 보고서
        2026년 11월 1일 - 2026년 11월 2일
        캠페인\t일\t통화 코드\t비용\t노출수\t클릭수\t전환수
        봄 세일\t2026. 11. 1.\tKRW\t1,234\t1,000\t10\t1.5
        합계: 계정\t--\tKRW\t1,234\t1,000\t10\t1.5
        """;

    SpendFiles.Outcome outcome =
        SpendFiles.check(file.getBytes(StandardCharsets.UTF_16LE), ACCOUNT);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().encoding()).isEqualTo("UTF-16LE");
    assertThat(outcome.sum("KRW", BaseMetric.SPEND)).isEqualTo(1_234_000_000L);
    assertThat(outcome.report().totalLineCount()).isEqualTo(1);
  }

  @Test
  void readsMetaAdsManagerByDay() {
    String file =
        """
        Reporting starts,Reporting ends,Day,Campaign name,Ad set name,Ad name,Results,Amount spent (USD),Impressions,Link clicks,Purchases,Purchases conversion value
        2026-11-01,2026-11-30,,,,,5,30.5,300,30,5,99.99
        2026-11-01,2026-11-30,2026-11-01,Launch,Women 25,Video A,3,20.25,200,20,3,59.99
        2026-11-01,2026-11-30,2026-11-02,Launch,Women 25,Video A,,10.25,100,10,,
        """;

    SpendFiles.Outcome outcome = SpendFiles.check(file, ACCOUNT);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo("meta-ads-manager");
    assertThat(outcome.report().level()).isEqualTo(Level.AD);
    assertThat(outcome.report().totalLineCount()).isEqualTo(1);
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(30_500_000);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(3_000_000);
    FactRow row = outcome.slices().getFirst().rows().getFirst();
    assertThat(row.campaignId()).isEqualTo("Launch");
    assertThat(row.adId()).isEqualTo("Video A");
  }

  @Test
  void readsKoreanMetaAdsManagerInEucKr() {
    String file =
        """
        보고 시작,보고 종료,캠페인 이름,캠페인 게재,성별,연령,지출 금액 (KRW),노출,링크 클릭,앱 설치
        2026-11-01,2026-11-01,겨울 사전예약,active,여성,25-34,"412,300","68,000",850,140
        2026-11-01,2026-11-01,겨울 사전예약,active,남성,25-34,"1,000",100,5,
        """;
    SpendFileSettings installs =
        new SpendFileSettings(
            null, Map.of(), "acc-1", null, null, ConversionKind.INSTALL, null, CsvHints.NONE);

    SpendFiles.Outcome outcome =
        SpendFiles.check(file.getBytes(Charset.forName("EUC-KR")), installs);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.sum("KRW", BaseMetric.SPEND)).isEqualTo(413_300_000_000L);
    assertThat(outcome.sum("KRW", BaseMetric.INSTALLS)).isEqualTo(140_000_000);
    assertThat(outcome.sum("KRW", BaseMetric.CONVERSIONS)).isEqualTo(140_000_000);
    assertThat(outcome.slices()).hasSize(1);
    assertThat(outcome.slices().getFirst().rows())
        .extracting(FactRow::gender)
        .containsExactly("FEMALE", "MALE");
  }

  @Test
  void readsAppleSearchAdsBelowItsPreface() {
    String file =
        """
        Report Name,My report
        Date Range,"Nov 1, 2026 to Nov 2, 2026"
        Day,Campaign ID,Campaign Name,Country or Region,Spend,Impressions,Taps,Installs (Tap-Through),Installs (View-Through)
        2026-11-01,77,Brand,South Korea,12.34,1000,50,20,3
        2026-11-02,77,Brand,대한민국,1,10,1,--,0
        """;

    SpendFiles.Outcome outcome =
        SpendFiles.check(file, SpendFileSettings.recognised("acc-1", "USD"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo("apple-search-ads");
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(20_000_000);
    assertThat(outcome.sum("USD", BaseMetric.INSTALLS)).isEqualTo(20_000_000);
    assertThat(outcome.sum("USD", BaseMetric.VIEW_THROUGH_CONVERSIONS)).isEqualTo(3_000_000);
    assertThat(outcome.report().sums()).hasSize(1);
    assertThat(outcome.slices().getFirst().rows().getFirst().country()).isEqualTo("KR");
    assertThat(outcome.slices().get(1).rows().getFirst().country()).isEqualTo("KR");
  }

  @Test
  void takesPartsOfAnInstallAsTheyAre() {
    String file = "Day,Campaign,Cost,Impr.,Clicks,Installs\n2026-11-01,A,1.5,10,2,1.37\n";

    SpendFiles.Outcome outcome =
        SpendFiles.check(file, SpendFileSettings.recognised("acc-1", "USD"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.sum("USD", BaseMetric.INSTALLS)).isEqualTo(1_370_000);
  }

  @Test
  void readsNaverSearchAds() {
    String file =
        """
        캠페인,일별,광고그룹,노출수,클릭수,"총비용(VAT포함,원)",전환수,전환매출액(원)
        브랜드검색,2025.12.03.,PC,"1,049",31,"50,000",2,100000
        브랜드검색,2025.12.04.,모바일,80,57,0,0,0
        """;

    SpendFiles.Outcome outcome =
        SpendFiles.check(file, SpendFileSettings.recognised("naver", "KRW"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo("naver-search-ads");
    assertThat(outcome.sum("KRW", BaseMetric.SPEND)).isEqualTo(50_000_000_000L);
  }

  @Test
  void readsGermanNumbersAndSemicolons() {
    String file =
        """
        Day;Campaign;Cost;Clicks;Impr.
        22.11.2026;Winter;1.234,56 €;12;1.000
        23.11.2026;Winter;7,5 €;1;10
        """;

    SpendFiles.Outcome outcome = SpendFiles.check(file, ACCOUNT);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().numbers()).isEqualTo("COMMA");
    assertThat(outcome.report().delimiter()).isEqualTo(";");
    assertThat(outcome.sum("EUR", BaseMetric.SPEND)).isEqualTo(1_242_060_000L);
    assertThat(outcome.sum("EUR", BaseMetric.IMPRESSIONS)).isEqualTo(1_010);
  }

  @Test
  void readsPeriodsLongerThanADay() {
    String file =
        """
        Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions
        2026-10-01,2026-10-31,Launch,20.25,200
        2026-11-01,2026-11-30,Launch,10.25,100
        """;

    SpendFiles.Outcome outcome = SpendFiles.check(file, ACCOUNT);

    assertThat(outcome.slices())
        .extracting(SpendSlice::period)
        .isEqualTo(
            List.of(
                new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))));
  }
}
