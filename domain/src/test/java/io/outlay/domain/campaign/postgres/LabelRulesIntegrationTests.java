package io.outlay.domain.campaign.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.LabelsChanged;
import io.outlay.domain.campaign.NamePattern;
import io.outlay.domain.campaign.NamePattern.Kind;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LabelRulesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static int number;

  private final PostgresCampaignLabels labels = new PostgresCampaignLabels(MIGRATED.database());
  private OrganizationId organization = new OrganizationId(1);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void account() {
    organization = MIGRATED.addOrganization("ruled-" + ++number);
    update("INSERT INTO channel VALUES ($1, DEFAULT, 'META', 'Meta')");
    update(
        "INSERT INTO ad_account (organization_id, channel_id, external_id, name, currency_code,"
            + " time_zone, conversion_goal) SELECT $1, channel_id, 'a', 'a', 'KRW', 'UTC', 'OTHER'"
            + " FROM channel WHERE organization_id = $1");
  }

  @Test
  void theFirstPatternThatFitsGivesTheLabel() {
    for (String name : List.of("KR dragon UA", "Puzzle_KR_launch", "드래곤 한국 2026", "brand")) {
      campaign(name);
    }

    LabelsChanged changed =
        await(
            rule(
                "title",
                new NamePattern(Kind.STARTS_WITH, "puzzle", "Puzzle Quest"),
                new NamePattern(Kind.CONTAINS, "Dragon", "Dragon Tale"),
                new NamePattern(Kind.EXPRESSION, "드래곤|이야기", "Dragon Tale"),
                new NamePattern(Kind.CONTAINS, "KR", "never reached")));

    assertThat(changed.campaigns()).isEqualTo(3);
    assertThat(values("title"))
        .isEqualTo(
            Map.of(
                "KR dragon UA", "Dragon Tale",
                "Puzzle_KR_launch", "Puzzle Quest",
                "드래곤 한국 2026", "Dragon Tale"));
  }

  @Test
  void anExpressionReadsItsGroupAlsoOfCampaignsBornOrRenamedLater() {
    campaign("UA-[KR]-2026");
    await(rule("country", new NamePattern(Kind.EXPRESSION, "\\[([A-Z]{2})\\]", null)));
    campaign("UA-[JP]-2026");
    assertThat(values("country")).isEqualTo(Map.of("UA-[KR]-2026", "KR", "UA-[JP]-2026", "JP"));

    update("UPDATE campaign SET name = 'UA-none' WHERE organization_id = $1 AND name LIKE '%JP%'");

    assertThat(values("country")).isEqualTo(Map.of("UA-[KR]-2026", "KR"));
  }

  @Test
  void aRuleReplacesTheOneBeforeAndTellsBoth() {
    campaign("KR_Saga");
    LabelRule first = new LabelRule.Part("title", "_", 2);
    await(labels.setRule(organization, first, Audit.none()));

    LabelsChanged changed = await(rule("title", new NamePattern(Kind.CONTAINS, "saga", "Saga!")));

    assertThat(Objects.requireNonNull(changed.rule()).before()).isEqualTo(first);
    assertThat(values("title")).isEqualTo(Map.of("KR_Saga", "Saga!"));
    LabelsChanged again = await(labels.setRule(organization, first, Audit.none()));
    assertThat(Objects.requireNonNull(again.rule()).before())
        .isEqualTo(Objects.requireNonNull(changed.rule()).after());
  }

  @Test
  void whatTheDatabaseDoesNotReadAsAnExpressionIsRefusedAndChangesNothing() {
    campaign("KR_Saga");
    StepVerifier.create(rule("title", new NamePattern(Kind.EXPRESSION, "[z-a]", null)))
        .verifyError(BadRequest.class);
    assertThat(values("title")).isEmpty();
  }

  @Test
  void longNamesAndManyWildcardsStayCheap() {
    for (int i = 0; i < 200; i++) {
      campaign("a".repeat(600) + i);
    }
    LabelsChanged changed =
        await(
            rule(
                "purpose",
                new NamePattern(Kind.EXPRESSION, "a*a*a*a*a*(a*a*)b", null),
                new NamePattern(Kind.EXPRESSION, ".*.*.*.*.*.*.*.*.*.*=", "x")));
    assertThat(changed.campaigns()).isZero();
  }

  private Mono<LabelsChanged> rule(String key, NamePattern... patterns) {
    return labels.setRule(
        organization, new LabelRule.Patterns(key, List.of(patterns)), Audit.none());
  }

  private void campaign(String name) {
    await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .update(
                "INSERT INTO campaign (organization_id, ad_account_id, external_id, name) SELECT"
                    + " $1, ad_account_id, $2, $2 FROM ad_account WHERE organization_id = $1",
                List.of(organization.value(), name)));
  }

  private Map<String, String> values(String key) {
    return await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .query(
                "SELECT c.name, l.value FROM campaign_label l JOIN campaign c USING"
                    + " (organization_id, campaign_id) WHERE organization_id = $1 AND key = $2",
                List.of(organization.value(), key),
                row ->
                    Map.entry(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, String.class))))
            .collectMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void update(String sql) {
    await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .update(sql, List.of(organization.value())));
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
