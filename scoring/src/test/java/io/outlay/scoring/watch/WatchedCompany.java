package io.outlay.scoring.watch;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Rows;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.risk.postgres.PostgresModelExperiments;
import io.outlay.domain.risk.postgres.PostgresModelFlags;
import io.outlay.domain.risk.postgres.PostgresModelReports;
import io.outlay.domain.risk.postgres.PostgresPendingPredictions;
import io.outlay.domain.risk.postgres.PostgresPredictionLog;
import io.outlay.domain.risk.postgres.PostgresPredictionRetention;
import io.outlay.domain.risk.postgres.PostgresPredictions;
import io.outlay.domain.risk.postgres.PostgresRetrainings;
import io.outlay.domain.risk.postgres.PostgresRiskModels;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.experiment.ExperimentTools;
import io.outlay.scoring.experiment.Experimenting;
import io.outlay.scoring.outcome.KnownOutcome;
import io.outlay.scoring.outcome.Sample;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.registry.ModelLoader;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.registry.ServedModels;
import io.outlay.scoring.training.OtherLaw;
import io.outlay.scoring.training.SeededTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An organization with models, users and predictions in a real database. Time is what the test
 * says; what becomes true of a user follows a law the test chooses and is known 14 days later.
 */
final class WatchedCompany {

  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Duration RIPE = Duration.ofDays(14);

  private final MigratedDatabase database;
  private final PostgresPredictionLog log;
  private final SplittableRandom random = new SplittableRandom(5);
  private final Map<Long, Boolean> truth = new HashMap<>();
  private final List<Long> users = new ArrayList<>();

  final OrganizationId organization;
  final PostgresRiskModels models;
  final PostgresModelReports reports;
  final PostgresModelFlags flags;
  final PostgresModelExperiments experiments;
  final PostgresRetrainings retrainings;
  final PostgresJobs jobs;
  final PostgresJobQueue queue;
  final Experimenting experimenting;
  Instant now = Instant.parse("2026-10-05T04:00:00Z");
  TrainingTable newest = SeededTable.of(RiskKind.CHURN, 1_500, 77);
  Set<Long> notAsked = Set.of();

  WatchedCompany(MigratedDatabase database, String key) {
    this.database = database;
    this.organization = database.addOrganization(key);
    this.log = new PostgresPredictionLog(database.database());
    this.models = new PostgresRiskModels(database.database());
    this.reports = new PostgresModelReports(database.database());
    this.flags = new PostgresModelFlags(database.database());
    this.experiments = new PostgresModelExperiments(database.database());
    this.retrainings = new PostgresRetrainings(database.database());
    this.jobs = new PostgresJobs(database.database());
    this.queue = new PostgresJobQueue(database.database());
    this.experimenting = new Experimenting(experimentTools());
  }

  RiskModel register(NewRiskModel model) {
    return get(models.register(organization, model, Audit.none()));
  }

  RiskModel champion() {
    return register(OtherLaw.formerModel(RiskKind.CHURN, 1, 9_001));
  }

  RiskModel candidateOfTheOtherLaw() {
    return register(OtherLaw.model(RiskKind.CHURN, 2, 9_002));
  }

  RiskModel model(long id) {
    return get(models.byIds(organization, Set.of(id)).single());
  }

  /** Adds users until there are so many. */
  void addUsers(int count) {
    IntStream.range(users.size(), count)
        .forEach(
            i ->
                users.add(
                    get(
                        database
                            .database()
                            .inOrganization(organization)
                            .one(
                                "INSERT INTO app_user (organization_id, external_id) VALUES ($1,"
                                    + " $2) RETURNING user_id",
                                List.of(organization.value(), "user " + i),
                                row -> Rows.get(row, "user_id", Long.class)))));
  }

  List<Long> users() {
    return users;
  }

  /**
   * Has every model at work score every user now.
   *
   * @param shift of the third feature, in standard deviations
   * @param law what becomes true of users with these features
   */
  void score(double shift, Law law) {
    List<float[]> rows = new ArrayList<>();
    for (long user : users) {
      float[] row = new float[3];
      for (int i = 0; i < 3; i++) {
        row[i] =
            random.nextInt(10) == 0
                ? Float.NaN
                : (float) (random.nextGaussian() + (i == 2 ? shift : 0));
      }
      rows.add(row);
      truth.put(user, random.nextDouble() < 1 / (1 + Math.exp(-law.logOdds(row))));
    }
    List<Prediction> predictions = new ArrayList<>();
    ServedModels served = get(shelf(organization, RiskKind.CHURN));
    predictions.addAll(said(served.champion(), ModelRole.CHAMPION, rows));
    served.others().forEach(other -> predictions.addAll(said(other.model(), other.role(), rows)));
    log.append(predictions).block(PATIENCE);
  }

  private List<Prediction> said(ServedModel model, ModelRole role, List<float[]> rows) {
    float[] all = new float[rows.size() * 3];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row), 0, all, row * 3, 3);
    }
    float[] margins = model.engine().margins(new FeatureMatrix(all, rows.size(), 3));
    List<Prediction> said = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      said.add(
          new Prediction(
              organization,
              RiskKind.CHURN,
              users.get(row),
              model.id(),
              role,
              now,
              row,
              rows.get(row),
              margins[row],
              model.calibration().probability(margins[row])));
    }
    model.engine().close();
    return said;
  }

  void look(WatchSettings settings) {
    new WatchRound(tools(), settings, experimentTools()).look(organization).block(PATIENCE);
  }

  void look() {
    look(WatchSettings.DEFAULT);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  List<ModelFlag> flagsOf(long model) {
    return get(flags.of(organization, List.of(model), 50).collectList());
  }

  List<Job> trainings() {
    return get(
        jobs.newest(
                organization,
                Scope.EVERYTHING,
                new JobFilter(Set.of("RISK_MODEL_TRAIN"), Set.of()),
                null,
                10)
            .collectList());
  }

  /** Takes up this organization's training; those of others stay taken meanwhile. */
  JobLease training() {
    JobLease lease = get(queue.claim("RISK_MODEL_TRAIN", Duration.ofMinutes(10)));
    return lease.job().organization().equals(organization) ? lease : training();
  }

  static ExperimentPlan plan(int horizonDays, int guardDays) {
    return new ExperimentPlan(
        ExperimentPlan.Mode.SHADOW,
        0,
        ExperimentPlan.Metric.ROC_AUC,
        300,
        horizonDays,
        .05,
        20_000_000,
        guardDays,
        true);
  }

  private Mono<List<KnownOutcome>> outcomes(List<Sample> samples, Instant knownBy) {
    return Mono.just(
        samples.stream()
            .map(
                sample -> {
                  if (notAsked.contains(sample.userId())) {
                    return KnownOutcome.NOT_ASKED;
                  }
                  if (knownBy.isBefore(sample.at().plus(RIPE))) {
                    return KnownOutcome.UNRIPE;
                  }
                  return Boolean.TRUE.equals(truth.get(sample.userId()))
                      ? KnownOutcome.HAPPENED
                      : KnownOutcome.DID_NOT_HAPPEN;
                })
            .toList());
  }

  private Mono<ServedModels> shelf(OrganizationId asked, RiskKind kind) {
    return models
        .serving(asked, kind)
        .flatMapIterable(serving -> serving.models())
        .concatMap(model -> models.load(asked, model.id()))
        .collectList()
        .filter(stored -> !stored.isEmpty())
        .map(
            stored -> {
              List<ServedModels.Other> others = new ArrayList<>();
              ServedModel champion = null;
              for (var one : stored) {
                ServedModel loaded = ModelLoader.load(one, SeededTable.FEATURES);
                if (one.model().state() == ModelState.CHAMPION) {
                  champion = loaded;
                } else {
                  others.add(
                      new ServedModels.Other(
                          loaded, ModelRole.SHADOW, 0, one.model().experimentId()));
                }
              }
              return new ServedModels(Objects.requireNonNull(champion), others);
            });
  }

  private WatchTools tools() {
    return new WatchTools(
        new PostgresPredictions(database.database()),
        new PostgresPendingPredictions(database.database()),
        new PostgresPredictionRetention(database.database()),
        reports,
        flags,
        retrainings,
        models,
        this::shelf,
        SeededTable.reader(SeededTable.FEATURES),
        (asked, kind, samples, knownBy) -> outcomes(samples, knownBy),
        (asked, kind, from, knownBy, rows, progress) -> Mono.just(newest),
        asked -> Mono.just(RiskSettings.DEFAULTS),
        jobs,
        queue,
        () -> now,
        Schedulers.boundedElastic());
  }

  private ExperimentTools experimentTools() {
    return new ExperimentTools(
        new PostgresModelExperiments(database.database()),
        new PostgresRiskModels(database.database()),
        new PostgresPredictions(database.database()),
        asked -> Mono.just(RiskSettings.DEFAULTS),
        () -> now,
        Schedulers.boundedElastic(),
        10_000);
  }

  static <T> T get(Mono<T> asked) {
    return Objects.requireNonNull(asked.block(PATIENCE));
  }

  /** What becomes true of a user. */
  enum Law {
    /** As the champion has learned it. */
    FORMER {
      @Override
      double logOdds(float[] row) {
        return 1.5 * orZero(row[0]) - orZero(row[1]) - .7;
      }
    },
    /** After the world has changed. */
    OTHER {
      @Override
      double logOdds(float[] row) {
        return 1.5 * orZero(row[1]) - orZero(row[0]) - .7;
      }
    };

    abstract double logOdds(float[] row);

    private static double orZero(float value) {
      return Float.isNaN(value) ? 0 : value;
    }
  }
}
