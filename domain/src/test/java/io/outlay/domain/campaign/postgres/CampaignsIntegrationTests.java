package io.outlay.domain.campaign.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccountFilter;
import io.outlay.domain.account.postgres.PostgresAdAccounts;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignLabel;
import io.outlay.domain.campaign.CampaignLabels;
import io.outlay.domain.campaign.CampaignOrder;
import io.outlay.domain.campaign.CampaignPage;
import io.outlay.domain.campaign.CampaignQuery;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.LabelSetting;
import io.outlay.domain.campaign.LabelsChanged;
import io.outlay.domain.campaign.LabelsChanged.Change;
import io.outlay.domain.campaign.NamedLabelSetting;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.postgres.PostgresChannels;
import io.outlay.domain.database.Rows;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CampaignsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Campaigns CAMPAIGNS = new PostgresCampaigns(MIGRATED.database());
  private static final CampaignLabels LABELS = new PostgresCampaignLabels(MIGRATED.database());
  private static int organizations;

  private final OrganizationId organization =
      MIGRATED.addOrganization("campaigns-" + organizations++);

  private long meta;
  private long google;
  private long metaAccount;
  private long googleAccount;

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void load() {
    meta =
        insert(
            "channel (organization_id, key, name) VALUES ($1, 'META', 'Meta') RETURNING"
                + " channel_id");
    google =
        insert(
            "channel (organization_id, key, name) VALUES ($1, 'GOOGLE_ADS', 'Google') RETURNING"
                + " channel_id");
    metaAccount = account(meta, "Meta KR");
    googleAccount = account(google, "Google JP");
  }

  @Test
  void pagesByNameThenIdWithoutGapOrRepeat() {
    for (String name : List.of("b", "a", "b", "c", "b")) {
      campaign(metaAccount, name);
    }
    for (boolean descending : new boolean[] {false, true}) {
      List<Campaign> seen = new ArrayList<>();
      CampaignQuery query = query(null, null, CampaignOrder.NAME, descending, 2, null);
      CampaignPage page = await(CAMPAIGNS.page(query));
      seen.addAll(page.campaigns());
      while (page.hasNextPage()) {
        CampaignQuery.Position after = query.positionOf(seen.getLast());
        page = await(CAMPAIGNS.page(query(null, null, CampaignOrder.NAME, descending, 2, after)));
        seen.addAll(page.campaigns());
      }
      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
      assertThat(seen)
          .extracting(Campaign::name)
          .containsExactlyElementsOf(
              descending ? List.of("c", "b", "b", "b", "a") : List.of("a", "b", "b", "b", "c"));
      assertThat(await(CAMPAIGNS.count(query))).isEqualTo(5);
    }
  }

  @Test
  void findsByNamePartAndLabel() {
    long tale = campaign(metaAccount, "KR_Dragon_UA");
    long quest = campaign(googleAccount, "JP_Puzzle_UA");
    await(
        LABELS.set(
            organization,
            Scope.EVERYTHING,
            List.of(new LabelSetting(tale, "title", "Dragon")),
            Audit.none()));
    assertThat(names(query("dragon", null, CampaignOrder.CREATED, false, 10, null)))
        .containsExactly("KR_Dragon_UA");
    assertThat(
            names(
                query(
                    null,
                    new LabelFilter("title", Set.of("Dragon")),
                    CampaignOrder.CREATED,
                    false,
                    10,
                    null)))
        .containsExactly("KR_Dragon_UA");
    assertThat(await(CAMPAIGNS.byIds(organization, Scope.EVERYTHING, Set.of(tale, quest, 99_999L))))
        .containsOnlyKeys(tale, quest);
  }

  @Test
  void hidesWhatTheScopeHides() {
    long shown = campaign(metaAccount, "shown");
    long hidden = campaign(googleAccount, "hidden");
    Scope metaOnly = new Scope(null, Set.of(meta));
    Scope accountOnly = new Scope(Set.of(metaAccount), null);
    for (Scope scope : List.of(metaOnly, accountOnly)) {
      assertThat(await(CAMPAIGNS.byIds(organization, scope, Set.of(shown, hidden))))
          .containsOnlyKeys(shown);
      assertThat(await(new PostgresChannels(MIGRATED.database()).all(organization, scope)))
          .extracting(Channel::key)
          .containsExactly("META");
      assertThat(
              await(
                  new PostgresAdAccounts(MIGRATED.database())
                      .all(organization, scope, AdAccountFilter.NONE)))
          .extracting(AdAccount::name)
          .containsExactly("Meta KR");
      StepVerifier.create(
              LABELS.set(
                  organization,
                  scope,
                  List.of(new LabelSetting(hidden, "title", "x")),
                  Audit.none()))
          .verifyError(NotFound.class);
    }
    assertThat(
            await(
                new PostgresAdAccounts(MIGRATED.database())
                    .all(organization, Scope.EVERYTHING, AdAccountFilter.NONE)))
        .hasSize(2);
  }

  @Test
  void tellsBeforeAndAfterAndRaisesTheVersionOnlyForAChange() {
    long id = campaign(metaAccount, "x");
    List<LabelSetting> settings = List.of(new LabelSetting(id, "title", "A"));
    assertThat(await(LABELS.set(organization, Scope.EVERYTHING, settings, Audit.none())).changes())
        .containsExactly(new Change(id, "title", null, "A"));
    long version = version();
    assertThat(
            await(LABELS.set(organization, Scope.EVERYTHING, settings, Audit.none())).campaigns())
        .isZero();
    assertThat(version()).isEqualTo(version);
    LabelsChanged changed =
        await(
            LABELS.set(
                organization,
                Scope.EVERYTHING,
                List.of(new LabelSetting(id, "title", null)),
                Audit.none()));
    assertThat(changed.changes()).containsExactly(new Change(id, "title", "A", null));
    assertThat(version()).isEqualTo(version + 1);
  }

  @Test
  void setsLabelsByOutsideNamesAllOrNone() {
    long id = campaign(metaAccount, "x");
    List<NamedLabelSetting> settings =
        List.of(
            new NamedLabelSetting(2, "META", "Meta KR", "x", "title", "A"),
            new NamedLabelSetting(3, "META", "Meta KR", "missing", "title", "B"));
    StepVerifier.create(LABELS.setByNames(organization, Scope.EVERYTHING, settings, Audit.none()))
        .verifyErrorSatisfies(
            error ->
                assertThat(error).isInstanceOf(NotFound.class).hasMessageStartingWith("Line 3:"));
    assertThat(labels(id)).isEmpty();
    await(LABELS.setByNames(organization, Scope.EVERYTHING, settings.subList(0, 1), Audit.none()));
    assertThat(labels(id)).containsExactly("title=A");
  }

  @Test
  void readsLabelsOutOfNamesAlsoOfCampaignsBornLater() {
    long before = campaign(metaAccount, "KR_Dragon_UA");
    long byHand = campaign(metaAccount, "KR_Puzzle_UA");
    await(
        LABELS.set(
            organization,
            Scope.EVERYTHING,
            List.of(new LabelSetting(byHand, "title", "Mine")),
            Audit.none()));
    LabelsChanged changed =
        await(LABELS.setRule(organization, new LabelRule.Part("title", "_", 2), Audit.none()));
    assertThat(changed.changes()).containsExactly(new Change(before, "title", null, "Dragon"));
    long later = campaign(metaAccount, "JP_Quest_UA");
    long short_ = campaign(metaAccount, "brand");
    assertThat(labels(later)).containsExactly("title=Quest");
    assertThat(labels(short_)).isEmpty();
    assertThat(labels(byHand)).containsExactly("title=Mine");
    update(
        "UPDATE campaign SET name = 'JP_Saga_UA' WHERE organization_id = $1 AND campaign_id = "
            + later);
    assertThat(labels(later)).containsExactly("title=Saga");
    await(LABELS.setRule(organization, new LabelRule.Part("title", "_", -1), Audit.none()));
    assertThat(labels(later)).containsExactly("title=UA");
  }

  private List<String> labels(long campaign) {
    return await(CAMPAIGNS.labelsOf(organization, Scope.EVERYTHING, Set.of(campaign)))
        .getOrDefault(campaign, List.<CampaignLabel>of())
        .stream()
        .map(label -> label.key() + "=" + label.value())
        .toList();
  }

  private List<String> names(CampaignQuery query) {
    return await(CAMPAIGNS.page(query)).campaigns().stream().map(Campaign::name).toList();
  }

  private CampaignQuery query(
      @Nullable String name,
      @Nullable LabelFilter label,
      CampaignOrder order,
      boolean descending,
      int first,
      CampaignQuery.@Nullable Position after) {
    return new CampaignQuery(
        organization,
        Scope.EVERYTHING,
        Set.of(),
        Set.of("META", "GOOGLE_ADS"),
        Set.of(),
        Set.of(),
        Set.of(),
        name,
        label,
        order,
        descending,
        first,
        after);
  }

  private long account(long channel, String name) {
    return insert(
        "ad_account (organization_id, channel_id, external_id, name, currency_code, time_zone,"
            + " conversion_goal) VALUES ($1, "
            + channel
            + ", '"
            + name
            + "', '"
            + name
            + "', 'KRW', 'Asia/Seoul', 'PURCHASE') RETURNING ad_account_id");
  }

  private long campaign(long account, String name) {
    return insert(
        "campaign (organization_id, ad_account_id, external_id, name) VALUES ($1, "
            + account
            + ", (SELECT '"
            + name
            + "' || coalesce(nullif(count(*), 0)::text, '') FROM campaign WHERE organization_id ="
            + " $1 AND name = '"
            + name
            + "'), '"
            + name
            + "') RETURNING campaign_id");
  }

  private long insert(String into) {
    return await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(
                "INSERT INTO " + into,
                List.of(organization.value()),
                row -> Objects.requireNonNull(row.get(0, Long.class))));
  }

  private void update(String sql) {
    await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .update(sql, List.of(organization.value())));
  }

  private long version() {
    return await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(
                "SELECT data_version FROM organization WHERE organization_id = $1",
                List.of(organization.value()),
                row -> Rows.get(row, "data_version", Long.class)));
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
