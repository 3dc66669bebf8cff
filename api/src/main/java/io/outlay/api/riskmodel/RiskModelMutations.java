package io.outlay.api.riskmodel;

import io.outlay.api.node.NodeType;
import io.outlay.api.spendimport.GivenFiles;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.Promotion;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.scoring.registry.ModelImports;
import io.outlay.scoring.registry.ModelPromotions;
import io.outlay.scoring.training.ModelTrainings;
import io.outlay.scoring.training.TrainingRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Training, taking in, promoting and rolling back. */
@Controller
class RiskModelMutations {

  private static final String SUBJECT = "RiskModel";
  private static final int LONGEST_REASON = 500;
  private static final int LARGEST_FILE = 32 << 20;
  private static final int LARGEST_SAMPLES = 8 << 20;

  private final ModelTrainings trainings;
  private final ModelImports imports;
  private final ModelPromotions promotions;
  private final GivenFiles files;

  RiskModelMutations(
      ModelTrainings trainings,
      ModelImports imports,
      ModelPromotions promotions,
      GivenFiles files) {
    this.trainings = trainings;
    this.imports = imports;
    this.promotions = promotions;
    this.files = files;
  }

  @MutationMapping
  Mono<TrainPayload> riskModelTrain(@Argument TrainInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<TrainPayload> done =
        trainings
            .submit(
                viewer.organization(),
                input.request(),
                viewer.actor(),
                job -> asked(viewer, input, job))
            .map(job -> new TrainPayload(job, List.of()));
    return UserErrors.tell(done, "input", problems -> new TrainPayload(null, problems));
  }

  @MutationMapping
  Mono<ModelPayload> riskModelImport(
      @Argument RiskModelImportInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<ModelPayload> done =
        Mono.zip(
                files.bytes(viewer, input.file(), LARGEST_FILE),
                files.bytes(viewer, input.samples(), LARGEST_SAMPLES))
            .flatMap(
                read ->
                    imports.register(
                        viewer.organization(),
                        input.toModel(read.getT1(), read.getT2()),
                        viewer.actor(),
                        model -> registered(viewer, model)))
            .map(model -> new ModelPayload(model, List.of()));
    return UserErrors.tell(done, "input", problems -> new ModelPayload(null, problems));
  }

  @MutationMapping
  Mono<ChampionPayload> riskModelPromote(
      @Argument PromoteInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<ChampionPayload> done =
        Mono.fromCallable(() -> NodeType.RISK_MODEL.find("model", input.id()))
            .flatMap(
                id ->
                    promotions.promote(
                        viewer.organization(),
                        id,
                        reason(input.reason()),
                        viewer.actor(),
                        made -> changed(viewer, "riskModelPromote", made)))
            .map(ChampionPayload::of);
    return UserErrors.tell(done, "input", ChampionPayload::refused);
  }

  @MutationMapping
  Mono<ChampionPayload> riskModelRollback(
      @Argument RollbackInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<ChampionPayload> done =
        Mono.fromCallable(() -> reason(input.reason()))
            .flatMap(
                reason ->
                    promotions.rollback(
                        viewer.organization(),
                        input.kind(),
                        reason,
                        viewer.actor(),
                        made -> changed(viewer, "riskModelRollback", made)))
            .map(ChampionPayload::of);
    return UserErrors.tell(done, "input", ChampionPayload::refused);
  }

  private static String reason(String given) {
    if (given.length() > LONGEST_REASON || given.indexOf('\0') >= 0) {
      throw BadRequest.of("reason", given, "at most " + LONGEST_REASON + " characters");
    }
    return given.strip();
  }

  private static Optional<AuditEntry> asked(Viewer viewer, TrainInput input, Job job) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("kind", input.kind().name());
    after.put("seed", String.valueOf(input.seed()));
    after.put("knownBy", String.valueOf(input.knownBy()));
    return Optional.of(AuditEntry.by(viewer, "riskModelTrain", "Job", job.id(), null, after));
  }

  private static Optional<AuditEntry> registered(Viewer viewer, RiskModel model) {
    return Optional.of(
        AuditEntry.by(viewer, "riskModelImport", SUBJECT, model.id(), null, model.auditFields()));
  }

  private static Optional<AuditEntry> changed(Viewer viewer, String action, Promotion made) {
    Map<String, Object> before = new LinkedHashMap<>(made.before().auditFields());
    Map<String, Object> after = new LinkedHashMap<>(made.champion().auditFields());
    RiskModel former = made.former();
    if (former != null) {
      before.put("champion", former.number());
      after.put("champion", made.champion().number());
    }
    return Optional.of(AuditEntry.by(viewer, action, SUBJECT, made.champion().id(), before, after));
  }

  /** What to train. */
  record TrainInput(RiskKind kind, @Nullable Integer seed, @Nullable Instant knownBy) {

    TrainingRequest request() {
      return new TrainingRequest(kind, seed == null ? null : (long) seed, knownBy);
    }
  }

  /** A model to be champion. */
  record PromoteInput(String id, String reason) {}

  /** A way back. */
  record RollbackInput(RiskKind kind, String reason) {}

  /** What asking for a training did. */
  record TrainPayload(@Nullable Job job, List<UserError> userErrors) {}

  /** What an import did. */
  record ModelPayload(@Nullable RiskModel riskModel, List<UserError> userErrors) {}

  /** What a promotion or a rollback did. */
  record ChampionPayload(
      @Nullable RiskModel riskModel, @Nullable RiskModel former, List<UserError> userErrors) {

    static ChampionPayload of(Promotion made) {
      return new ChampionPayload(made.champion(), made.former(), List.of());
    }

    static ChampionPayload refused(List<UserError> problems) {
      return new ChampionPayload(null, null, problems);
    }
  }
}
