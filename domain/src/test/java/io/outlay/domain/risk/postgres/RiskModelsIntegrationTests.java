package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelAnnouncements;
import io.outlay.domain.risk.ModelAssignment;
import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.ModelStateChange;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.Promotion;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.StoredModel;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RiskModelsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database ELSEWHERE = MIGRATED.anotherProcess();

  private final PostgresRiskModels models = new PostgresRiskModels(MIGRATED.database());
  private final PostgresRiskModels elsewhere = new PostgresRiskModels(ELSEWHERE);
  private final OrganizationId organization =
      MIGRATED.addOrganization("models-" + ORGANIZATIONS.incrementAndGet());

  @AfterAll
  static void close() {
    ELSEWHERE.close();
    MIGRATED.close();
  }

  @Test
  void theFirstModelOfAKindIsChampionAndLaterOnesAreCandidates() {
    RiskModel first = register(RiskKind.CHURN, null);
    RiskModel second = register(RiskKind.CHURN, null);
    RiskModel other = register(RiskKind.FRAUD, null);

    assertThat(first.state()).isEqualTo(ModelState.CHAMPION);
    assertThat(second.state()).isEqualTo(ModelState.CANDIDATE);
    assertThat(other.state()).isEqualTo(ModelState.CHAMPION);
    assertThat(List.of(first.number(), second.number(), other.number())).containsExactly(1, 2, 1);
    assertThat(newest(RiskKind.CHURN)).containsExactly(second, first);
    assertThat(newest(null)).containsExactly(other, second, first);
  }

  @Test
  void givesBackWhatWasRegistered() {
    RiskModel stored = register(RiskKind.CHURN, null);

    StoredModel loaded = Objects.requireNonNull(get(models.load(organization, stored.id())));

    assertThat(loaded.model()).isEqualTo(stored);
    assertThat(loaded.recipe()).isEqualTo("{\"bands\": 3}");
    assertThat(loaded.files()).hasSize(2);
    assertThat(loaded.files().getFirst().bytes()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(stored.card()).isEqualTo("# Model 1");
    assertThat(stored.features()).containsExactly(new ModelFeature("days_since_last", "ab12"));
    assertThat(stored.data()).isNotNull().extracting(ModelData::positives).isEqualTo(40);
    assertThat(get(models.files(organization, List.of(stored.id())).collectList()))
        .extracting(file -> file.file().name())
        .containsExactly("model.ubj", "survival.ubj");
  }

  @Test
  void aJobDoneTwiceRegistersOneModel() {
    RiskModel once = register(RiskKind.CHURN, 77L);
    RiskModel again = register(RiskKind.CHURN, 77L);

    assertThat(again).isEqualTo(once);
    assertThat(newest(RiskKind.CHURN)).hasSize(1);
  }

  @Test
  void aPromotionRetiresTheFormerChampionAndARollbackBringsItBack() {
    RiskModel first = register(RiskKind.CHURN, null);
    RiskModel second = register(RiskKind.CHURN, null);

    Promotion made = promote(models, second);
    assertThat(made.former()).isNotNull().extracting(RiskModel::id).isEqualTo(first.id());
    assertThat(made.before().state()).isEqualTo(ModelState.CANDIDATE);
    assertThat(made.champion().formerId()).isEqualTo(first.id());
    assertThat(states()).containsExactly(ModelState.CHAMPION, ModelState.RETIRED);

    Promotion back =
        get(models.rollback(organization, RiskKind.CHURN, "worse", "anna", Audit.none()));
    assertThat(back.champion().id()).isEqualTo(first.id());
    assertThat(states()).containsExactly(ModelState.RETIRED, ModelState.CHAMPION);
    assertThat(history(second))
        .extracting(ModelStateChange::to)
        .containsExactly(ModelState.CANDIDATE, ModelState.CHAMPION, ModelState.RETIRED);
    assertThatThrownBy(
            () -> get(models.rollback(organization, RiskKind.CHURN, "", "anna", Audit.none())))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no former champion");
  }

  @Test
  void ofManyPromotionsAtOnceEachFollowsAnotherAndOneChampionStands() {
    register(RiskKind.CHURN, null);
    List<RiskModel> candidates =
        Flux.range(0, 8).map(i -> register(RiskKind.CHURN, null)).collectList().block(PATIENCE);
    Queue<Long> champions = new ConcurrentLinkedQueue<>();

    Flux.fromIterable(Objects.requireNonNull(candidates))
        .flatMap(
            model ->
                (model.number() % 2 == 0 ? models : elsewhere)
                    .promote(organization, model.id(), "race", "anna", Audit.none()))
        .doOnNext(made -> champions.add(made.champion().id()))
        .blockLast(PATIENCE);

    assertThat(champions).hasSize(8);
    List<RiskModel> after = newest(RiskKind.CHURN);
    assertThat(after).filteredOn(model -> model.state() == ModelState.CHAMPION).hasSize(1);
    assertThat(after).filteredOn(model -> model.state() == ModelState.RETIRED).hasSize(8);
    // Going back step by step visits every one of them: no promotion has lost another's trace.
    for (int i = 0; i < 8; i++) {
      get(models.rollback(organization, RiskKind.CHURN, "back", "anna", Audit.none()));
    }
    assertThat(champion().number()).isEqualTo(1);
  }

  @Test
  void manyFirstModelsAtOnceMakeOneChampion() {
    List<RiskModel> registered =
        Flux.range(0, 6)
            .flatMap(
                i ->
                    (i % 2 == 0 ? models : elsewhere)
                        .register(organization, model(RiskKind.FRAUD, null), Audit.none()))
            .collectList()
            .block(PATIENCE);

    assertThat(registered).filteredOn(m -> m.state() == ModelState.CHAMPION).hasSize(1);
    assertThat(registered)
        .extracting(RiskModel::number)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aFailingAuditLeavesTheFormerChampion() {
    RiskModel first = register(RiskKind.CHURN, null);
    RiskModel second = register(RiskKind.CHURN, null);

    assertThatThrownBy(
            () ->
                get(
                    models.promote(
                        organization,
                        second.id(),
                        "",
                        "anna",
                        change -> {
                          throw new IllegalStateException("the process is gone");
                        })))
        .hasMessageContaining("the process is gone");

    assertThat(champion()).isEqualTo(first);
    assertThat(history(second)).hasSize(1);
  }

  @Test
  void promotionsAreWrittenDownWithTheModelsTheyChanged() {
    register(RiskKind.CHURN, null);
    RiskModel second = register(RiskKind.CHURN, null);

    get(
        models.promote(
            organization,
            second.id(),
            "better",
            "anna",
            made ->
                Optional.of(
                    new AuditEntry(
                        organization,
                        "anna",
                        "riskModelPromote",
                        "RiskModel",
                        "" + made.champion().id(),
                        made.before().auditFields(),
                        made.champion().auditFields()))));

    assertThat(
            new AuditLog(MIGRATED.database())
                .page(organization, AuditLog.Position.NEWEST, 1)
                .collectList()
                .block(PATIENCE))
        .singleElement()
        .satisfies(
            event -> assertThat(event.before()).contains("CANDIDATE"),
            event -> assertThat(event.after()).contains("CHAMPION"));
  }

  @Test
  void besideTheChampionStandsOneChallengerAtMost() {
    RiskModel champion = register(RiskKind.CHURN, null);
    RiskModel second = register(RiskKind.CHURN, null);
    RiskModel third = register(RiskKind.CHURN, null);

    assign(second, new ModelAssignment(ModelState.CHALLENGER, 0.2, 5));
    assign(third, new ModelAssignment(ModelState.SHADOW, 0, 6));

    assertThat(get(models.serving(organization, RiskKind.CHURN)).models())
        .extracting(RiskModel::state)
        .containsExactly(ModelState.CHAMPION, ModelState.CHALLENGER, ModelState.SHADOW);
    assertThatThrownBy(() -> assign(third, new ModelAssignment(ModelState.CHALLENGER, 0.2, 6)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("at most 1 can be CHALLENGER");
    assertThatThrownBy(() -> assign(champion, new ModelAssignment(ModelState.RETIRED, 0, 0)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is champion");
  }

  @Test
  void noOrganizationReachesAnothersModels() {
    RiskModel foreign = register(RiskKind.CHURN, null);
    OrganizationId other = MIGRATED.addOrganization("models-other-" + foreign.id());

    assertThat(models.load(other, foreign.id()).blockOptional(PATIENCE)).isEmpty();
    assertThat(get(models.byIds(other, List.of(foreign.id())).collectList())).isEmpty();
    assertThat(get(models.history(other, List.of(foreign.id())).collectList())).isEmpty();
    assertThat(get(models.files(other, List.of(foreign.id())).collectList())).isEmpty();
    assertThat(get(models.newest(other, null, null, 10).collectList())).isEmpty();
    assertThat(get(models.serving(other, RiskKind.CHURN)).models()).isEmpty();
    assertThatThrownBy(() -> get(models.promote(other, foreign.id(), "theft", "eve", Audit.none())))
        .isInstanceOf(NotFound.class);
    assertThat(champion()).isEqualTo(foreign);
  }

  @Test
  void ofAModelThatIsDueOneTrainingIsStoredHoweverManyProcessesLook() {
    register(RiskKind.CHURN, null);
    PostgresTrainingSchedule here = new PostgresTrainingSchedule(MIGRATED.database());
    PostgresTrainingSchedule there = new PostgresTrainingSchedule(ELSEWHERE);

    Flux.range(0, 6)
        .flatMap(i -> (i % 2 == 0 ? here : there).submitDue("RISK_MODEL_TRAIN", WEEK))
        .blockLast(PATIENCE);

    assertThat(jobs()).containsExactly("CHURN");
    here.submitDue("RISK_MODEL_TRAIN", WEEK).block(PATIENCE);
    assertThat(jobs()).hasSize(1);
  }

  private List<String> jobs() {
    return get(
        MIGRATED
            .database()
            .inOrganization(organization)
            .query(
                "SELECT request->>'kind' AS kind FROM job WHERE organization_id = $1",
                List.of(organization.value()),
                row -> Objects.requireNonNull(row.get("kind", String.class)))
            .collectList());
  }

  @Test
  void everyChangeIsAnnouncedWithTheVersionItMade() {
    Queue<Long> heard = new ConcurrentLinkedQueue<>();
    try (Notifications notifications = new Notifications(ELSEWHERE)) {
      PostgresModelAnnouncements announcements = new PostgresModelAnnouncements(notifications);
      announcements.listen(
          new ModelAnnouncements.Listener() {
            @Override
            public void changed(OrganizationId changed, RiskKind kind, long version) {
              if (changed.equals(organization) && kind == RiskKind.CHURN) {
                heard.add(version);
              }
            }

            @Override
            public void resumed() {
              // Nothing was heard before.
            }
          });
      notifications.start();
      await(announcements::isCurrent);

      register(RiskKind.CHURN, null);
      RiskModel second = register(RiskKind.CHURN, null);
      promote(models, second);

      await(() -> heard.size() >= 3);
      assertThat(heard).containsExactly(1L, 2L, 3L);
      assertThat(get(models.version(organization, RiskKind.CHURN))).isEqualTo(3L);
      assertThat(get(models.version(organization, RiskKind.FRAUD))).isZero();
    }
  }

  private RiskModel register(RiskKind kind, @Nullable Long job) {
    return get(models.register(organization, model(kind, job), Audit.none()));
  }

  private static NewRiskModel model(RiskKind kind, @Nullable Long job) {
    Instant day = Instant.parse("2026-03-01T00:00:00Z");
    return new NewRiskModel(
        kind,
        ModelOrigin.TRAINED,
        List.of(new ModelFeature("days_since_last", "ab12")),
        new ModelData(day, day.plusSeconds(9), day.plusSeconds(99), 100, 40, "ff", "leaves"),
        "{}",
        null,
        "{\"bands\": 3}",
        "# Model {number}",
        List.of(
            new ModelFileContent(ModelPart.MODEL, "model.ubj", new byte[] {1, 2, 3}),
            new ModelFileContent(ModelPart.SURVIVAL, "survival.ubj", new byte[] {4})),
        job,
        "anna");
  }

  private Promotion promote(PostgresRiskModels by, RiskModel model) {
    return get(by.promote(organization, model.id(), "better", "anna", Audit.none()));
  }

  private void assign(RiskModel model, ModelAssignment assignment) {
    get(models.assign(organization, model.id(), assignment, "try", "anna", Audit.none()));
  }

  private List<RiskModel> newest(@Nullable RiskKind kind) {
    return get(models.newest(organization, kind, null, 50).collectList());
  }

  private List<ModelState> states() {
    return newest(RiskKind.CHURN).stream().map(RiskModel::state).toList();
  }

  private RiskModel champion() {
    return newest(RiskKind.CHURN).stream()
        .filter(model -> model.state() == ModelState.CHAMPION)
        .findFirst()
        .orElseThrow();
  }

  private List<ModelStateChange> history(RiskModel model) {
    return get(models.history(organization, List.of(model.id())).collectList());
  }

  private static void await(BooleanSupplier condition) {
    Flux.interval(Duration.ofMillis(20))
        .filter(tick -> condition.getAsBoolean())
        .blockFirst(PATIENCE);
  }

  private static <T> T get(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
