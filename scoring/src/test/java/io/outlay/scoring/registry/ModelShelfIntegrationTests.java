package io.outlay.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelAssignment;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.postgres.PostgresModelAnnouncements;
import io.outlay.domain.risk.postgres.PostgresRiskModels;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.training.SeededTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ModelShelfIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final Scheduler SCHEDULER =
      Schedulers.newBoundedElastic(2, 64, "outlay-models", 60, true);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database ELSEWHERE = MIGRATED.anotherProcess();
  private static final Notifications HERE_HEARD = new Notifications(MIGRATED.database());
  private static final Notifications THERE_HEARD = new Notifications(ELSEWHERE);
  private static final NewRiskModel ONE = SeededTable.model(RiskKind.CHURN, 11);
  private static final NewRiskModel TWO = SeededTable.model(RiskKind.CHURN, 12);
  private static final NewRiskModel FRAUD = SeededTable.model(RiskKind.FRAUD, 13);

  private final PostgresRiskModels models = new PostgresRiskModels(MIGRATED.database());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LoadedModelShelf here = shelf(MIGRATED.database(), HERE_HEARD, 50);
  private final LoadedModelShelf there = shelf(ELSEWHERE, THERE_HEARD, 50);
  private final OrganizationId organization =
      MIGRATED.addOrganization("shelf-" + ORGANIZATIONS.incrementAndGet());

  @BeforeAll
  static void listen() {
    HERE_HEARD.start();
    THERE_HEARD.start();
    await(() -> HERE_HEARD.isCurrent() && THERE_HEARD.isCurrent());
  }

  @AfterAll
  static void close() {
    HERE_HEARD.close();
    THERE_HEARD.close();
    ELSEWHERE.close();
    MIGRATED.close();
    SCHEDULER.dispose();
  }

  @Test
  void anOrganizationWithoutModelsIsServedNone() {
    assertThat(here.of(organization, RiskKind.CHURN).blockOptional(PATIENCE)).isEmpty();

    register(ONE);

    await(() -> here.of(organization, RiskKind.CHURN).blockOptional(PATIENCE).isPresent());
  }

  @Test
  void whatIsServedAnswersAsTheModelThatWasTrained() {
    RiskModel stored = register(ONE);
    RiskModel fraud = register(FRAUD);

    ServedModel served = champion(here, RiskKind.CHURN);
    FeatureMatrix row = new FeatureMatrix(new float[] {1, 0, Float.NaN}, 1, 3);

    assertThat(served.id()).isEqualTo(stored.id());
    assertThat(served.features()).isEqualTo(SeededTable.FEATURES);
    double probability = served.calibration().probability(served.engine().margins(row)[0]);
    assertThat(probability).isBetween(0.45, 0.9);
    ServedSurvival survival = Objects.requireNonNull(served.survival());
    float margin = survival.engine().margins(row)[0];
    assertThat(survival.curve().probabilityWithin(90, margin))
        .isGreaterThan(survival.curve().probabilityWithin(7, margin));
    assertThat(survival.curve().medianTime(margin)).isPositive();
    assertThat(served.background().percentile(0, 0)).isBetween(40.0, 60.0);
    assertThat(champion(here, RiskKind.FRAUD).anomaly()).isNotNull();
    assertThat(champion(here, RiskKind.FRAUD).id()).isEqualTo(fraud.id());
  }

  @Test
  void manyWhoComeFirstWaitForOneLoad() {
    register(ONE);

    Flux.range(0, 200)
        .flatMap(i -> here.of(organization, RiskKind.CHURN), 200)
        .map(served -> System.identityHashCode(served.champion().engine()))
        .distinct()
        .collectList()
        .doOnNext(engines -> assertThat(engines).hasSize(1))
        .block(PATIENCE);
    assertThat(loads("loaded")).isEqualTo(1);
  }

  @Test
  void aPromotionAndARollbackWorkOnEveryProcessWithinASecondAndNoRequestFails() {
    RiskModel first = register(ONE);
    RiskModel second = register(TWO);
    champion(here, RiskKind.CHURN);
    champion(there, RiskKind.CHURN);
    AtomicBoolean isDone = new AtomicBoolean();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    AtomicInteger answered = new AtomicInteger();
    FeatureMatrix row = new FeatureMatrix(new float[] {1, 0, 0}, 1, 3);
    Mono<Void> requests =
        Flux.just(here, there)
            .flatMap(
                shelf ->
                    shelf
                        .of(organization, RiskKind.CHURN)
                        .publishOn(SCHEDULER)
                        .doOnNext(served -> served.champion().engine().margins(row))
                        .doOnNext(served -> answered.incrementAndGet())
                        .delayElement(Duration.ofMillis(1))
                        .repeat(() -> !isDone.get())
                        .doOnError(failures::add)
                        .onErrorComplete())
            .then();
    var inFlight = requests.subscribe();

    for (int round = 0; round < 5; round++) {
      models.promote(organization, second.id(), "better", "anna", Audit.none()).block(PATIENCE);
      awaitWithin(Duration.ofSeconds(1), () -> bothServe(second));
      models.rollback(organization, RiskKind.CHURN, "worse", "anna", Audit.none()).block(PATIENCE);
      awaitWithin(Duration.ofSeconds(1), () -> bothServe(first));
    }
    isDone.set(true);
    await(inFlight::isDisposed);

    assertThat(failures).isEmpty();
    assertThat(answered.get()).isGreaterThan(100);
  }

  @Test
  void whoHoldsTheFormerModelFinishesWithIt() {
    register(ONE);
    RiskModel second = register(TWO);
    ServedModel held = champion(here, RiskKind.CHURN);
    FeatureMatrix row = new FeatureMatrix(new float[] {1, 0, 0}, 1, 3);
    float before = held.engine().margins(row)[0];

    models.promote(organization, second.id(), "", "anna", Audit.none()).block(PATIENCE);
    await(() -> champion(here, RiskKind.CHURN).id() == second.id());
    System.gc();

    assertThat(held.engine().margins(row)[0]).isEqualTo(before);
  }

  @Test
  void aChampionThatCannotBeLoadedLeavesTheFormerAtWorkAndSaysSo() {
    RiskModel good = register(ONE);
    assertThat(champion(here, RiskKind.CHURN).id()).isEqualTo(good.id());

    refused(cut(ONE), "ends in the middle of a value");
    refused(
        with(ONE, "{\"learner\": {\"no\": \"model\"}}".getBytes(StandardCharsets.UTF_8)),
        "has no learner_model_param");
    refused(withFeatures(ONE, "idle_days", "sessions", "something_else"), "something_else");
    refused(withFeatures(ONE, "sessions", "idle_days", "levels"), "feature 0 of the model");
    refused(ofOtherVersion(ONE), "version of feature idle_days");
    refused(notANumber(ONE), "expected finite numbers only");
  }

  /** Promoted by hand behind every check; each process goes on with the former, also a new one. */
  private void refused(NewRiskModel broken, String why) {
    RiskModel bad = register(broken);
    long good = champion(here, RiskKind.CHURN).id();
    double before = loads("refused");

    models.promote(organization, bad.id(), "", "anna", Audit.none()).block(PATIENCE);
    await(() -> loads("refused") > before);

    assertThat(champion(here, RiskKind.CHURN).id()).isEqualTo(good);
    await(() -> !here.problems().isEmpty());
    assertThat(here.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.modelId()).isEqualTo(bad.id()),
            problem -> assertThat(problem.message()).contains(why));
    try (LoadedModelShelf started = shelf(ELSEWHERE, THERE_HEARD, 50)) {
      assertThat(champion(started, RiskKind.CHURN).id()).isEqualTo(good);
      assertThat(started.problems()).hasSize(1);
    }
    models.rollback(organization, RiskKind.CHURN, "broken", "anna", Audit.none()).block(PATIENCE);
    await(
        () ->
            here.of(organization, RiskKind.CHURN).blockOptional().isPresent()
                && here.problems().isEmpty());
  }

  @Test
  void aModelThatCannotBeLoadedIsNotPromoted() {
    RiskModel good = register(ONE);
    RiskModel bad = register(cut(ONE));
    ModelPromotions promotions =
        new ModelPromotions(models, SeededTable.reader(SeededTable.FEATURES), SCHEDULER);

    assertThatThrownBy(
            () ->
                promotions
                    .promote(organization, bad.id(), "", "anna", Audit.none())
                    .block(PATIENCE))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("Model 2 cannot be loaded");

    assertThat(champion(here, RiskKind.CHURN).id()).isEqualTo(good.id());
    assertThat(here.problems()).isEmpty();
  }

  @Test
  void whatWasPromotedWhileNothingWasHeardIsServedOnceItIsHeardAgain() throws SQLException {
    register(ONE);
    RiskModel second = register(TWO);
    champion(here, RiskKind.CHURN);
    champion(there, RiskKind.CHURN);

    try (Connection superuser = MIGRATED.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
              + " current_database() AND query = 'SELECT 1'");
    }
    models.promote(organization, second.id(), "", "anna", Audit.none()).block(PATIENCE);

    awaitWithin(Duration.ofSeconds(5), () -> bothServe(second));
    await(() -> HERE_HEARD.isCurrent() && THERE_HEARD.isCurrent());
    assertThat(bothServe(second)).isTrue();
  }

  @Test
  void challengersAndShadowsStandBesideTheChampion() {
    register(ONE);
    RiskModel second = register(TWO);
    models
        .assign(
            organization,
            second.id(),
            new ModelAssignment(ModelState.CHALLENGER, 0.25, 9),
            "try",
            "anna",
            Audit.none())
        .block(PATIENCE);

    ServedModels.Other other =
        Objects.requireNonNull(here.of(organization, RiskKind.CHURN).block(PATIENCE))
            .challenger()
            .orElseThrow();
    assertThat(other.model().id()).isEqualTo(second.id());
    assertThat(other.role()).isEqualTo(ModelRole.CHALLENGER);
    assertThat(other.share()).isEqualTo(0.25);
    assertThat(other.experimentId()).isEqualTo(9);
  }

  @Test
  void whereNothingIsHeardTheRegistryIsAsked() {
    RiskModel first = register(ONE);
    RiskModel second = register(TWO);
    try (LoadedModelShelf deaf =
        shelf(MIGRATED.database(), new Notifications(MIGRATED.database()), 50)) {
      assertThat(champion(deaf, RiskKind.CHURN).id()).isEqualTo(first.id());

      models.promote(organization, second.id(), "", "anna", Audit.none()).block(PATIENCE);

      assertThat(champion(deaf, RiskKind.CHURN).id()).isEqualTo(second.id());
    }
  }

  @Test
  void modelsAtHandGoOnWhileTheDatabaseIsAway() {
    RiskModel first = register(ONE);
    Database closing = MIGRATED.anotherProcess();
    try (LoadedModelShelf cutOff = shelf(closing, new Notifications(closing), 50)) {
      assertThat(champion(cutOff, RiskKind.CHURN).id()).isEqualTo(first.id());

      closing.close();

      assertThat(champion(cutOff, RiskKind.CHURN).id()).isEqualTo(first.id());
    }
  }

  @Test
  void noMoreModelsAreHeldThanThereIsRoomFor() {
    try (LoadedModelShelf small = shelf(MIGRATED.database(), HERE_HEARD, 3)) {
      for (int i = 0; i < 8; i++) {
        OrganizationId other = MIGRATED.addOrganization("crowd-" + ORGANIZATIONS.incrementAndGet());
        models.register(other, ONE, Audit.none()).block(PATIENCE);
        assertThat(small.of(other, RiskKind.CHURN).blockOptional(PATIENCE)).isPresent();
      }
      await(() -> small.loadedModels() <= 3);
      assertThat(small.loadedModels()).isPositive();
    }
  }

  @Test
  void noOrganizationIsServedAnothersModel() {
    register(ONE);
    OrganizationId other = MIGRATED.addOrganization("stranger-" + organization);

    champion(here, RiskKind.CHURN);

    assertThat(here.of(other, RiskKind.CHURN).blockOptional(PATIENCE)).isEmpty();
  }

  private boolean bothServe(RiskModel model) {
    return champion(here, RiskKind.CHURN).id() == model.id()
        && champion(there, RiskKind.CHURN).id() == model.id();
  }

  private ServedModel champion(LoadedModelShelf shelf, RiskKind kind) {
    return Objects.requireNonNull(shelf.of(organization, kind).block(PATIENCE)).champion();
  }

  private RiskModel register(NewRiskModel model) {
    return Objects.requireNonNull(
        models.register(organization, model, Audit.none()).block(PATIENCE));
  }

  private double loads(String outcome) {
    return meters.find("outlay.model.loads").tag("outcome", outcome).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private LoadedModelShelf shelf(Database database, Notifications heard, int most) {
    return new LoadedModelShelf(
        new PostgresRiskModels(database),
        SeededTable.reader(SeededTable.FEATURES),
        new PostgresModelAnnouncements(heard),
        SCHEDULER,
        meters,
        most);
  }

  private static NewRiskModel cut(NewRiskModel model) {
    byte[] whole = model.files().getFirst().bytes();
    return with(model, Arrays.copyOf(whole, whole.length / 2));
  }

  /** A threshold that is not a number, in a file that is whole otherwise. */
  private static NewRiskModel notANumber(NewRiskModel model) {
    byte[] bytes = model.files().getFirst().bytes().clone();
    byte[] name = "split_conditions".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length - name.length; i++) {
      if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
        int first = i + name.length + 4 + 9;
        bytes[first] = (byte) 0x7f;
        bytes[first + 1] = (byte) 0xc0;
        return with(model, bytes);
      }
    }
    throw new IllegalStateException("no split_conditions in the file");
  }

  private static NewRiskModel withFeatures(NewRiskModel model, String... names) {
    return changed(
        model,
        model.files(),
        features ->
            Arrays.stream(names)
                .map(name -> new ModelFeature(name, versionOf(features, name)))
                .toList());
  }

  private static String versionOf(List<ModelFeature> features, String name) {
    return features.stream()
        .filter(feature -> feature.name().equals(name))
        .map(ModelFeature::version)
        .findFirst()
        .orElse("000000000000");
  }

  private static NewRiskModel ofOtherVersion(NewRiskModel model) {
    return changed(
        model,
        model.files(),
        features ->
            features.stream().map(one -> new ModelFeature(one.name(), "0123456789ab")).toList());
  }

  private static NewRiskModel with(NewRiskModel model, byte[] file) {
    return changed(
        model,
        List.of(new ModelFileContent(ModelPart.MODEL, "model.ubj", file)),
        UnaryOperator.identity());
  }

  private static NewRiskModel changed(
      NewRiskModel model,
      List<ModelFileContent> files,
      UnaryOperator<List<ModelFeature>> features) {
    return new NewRiskModel(
        model.kind(),
        model.origin(),
        features.apply(model.features()),
        model.data(),
        model.parameters(),
        model.metrics(),
        model.recipe(),
        model.card(),
        files,
        null,
        model.createdBy());
  }

  private static void await(BooleanSupplier condition) {
    awaitWithin(PATIENCE, condition);
  }

  private static void awaitWithin(Duration longest, BooleanSupplier condition) {
    Flux.interval(Duration.ofMillis(10))
        .onBackpressureDrop()
        .publishOn(Schedulers.boundedElastic())
        .filter(tick -> condition.getAsBoolean())
        .blockFirst(longest);
  }
}
