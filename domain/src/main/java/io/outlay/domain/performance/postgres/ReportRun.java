package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceSelection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs what a question needs: normally one statement; where comparison, sources or coverage are
 * asked too, one more for each, all in one snapshot of the database.
 */
final class ReportRun {

  /** Tries until a report's basis and its figures are of one version. */
  private static final int TRIES = 5;

  private final Database database;
  private final Bases bases;
  private final InstantSource clock;

  ReportRun(Database database, Bases bases, InstantSource clock) {
    this.database = database;
    this.bases = bases;
    this.clock = clock;
  }

  /** Answers a question; a split makes one report for each of the dimension's values. */
  Mono<Answer> answer(PerformanceQuery query, @Nullable Dimension split) {
    return answer(query, split, TRIES);
  }

  private Mono<Answer> answer(PerformanceQuery query, @Nullable Dimension split, int tries) {
    return attempt(query, split)
        .switchIfEmpty(
            Mono.defer(() -> tries > 1 ? answer(query, split, tries - 1) : Mono.error(tooBusy())));
  }

  private static Unavailable tooBusy() {
    return new Unavailable("The data changes faster than it can be read; try again.");
  }

  /** Empty where the data version moved on since the basis was read. */
  private Mono<Answer> attempt(PerformanceQuery query, @Nullable Dimension split) {
    return bases
        .of(query)
        .flatMap(
            basis ->
                beside(query, basis)
                    .flatMap(other -> run(Plan.of(query, basis, split), other))
                    .switchIfEmpty(Mono.fromRunnable(() -> bases.forget(basis))));
  }

  /** What the figures set beside come from: what was known at another time, or the same basis. */
  private Mono<Basis> beside(PerformanceQuery query, Basis basis) {
    return query.compareTo() instanceof Comparison.AsOf(Instant time)
        ? bases.asOf(query.organization(), time)
        : Mono.just(basis);
  }

  private Mono<Answer> run(Plan plan, Basis other) {
    PerformanceSelection selection = plan.query().selection();
    boolean several =
        plan.query().compareTo() != null
            || selection.evidence()
            || selection.coverage()
            || (FilledFigures.isSeries(plan) && DayRecords.matter(plan));
    Database.Work work = database.inOrganization(plan.query().organization());
    return several
        ? work.transaction(session -> snapshot(session).then(statements(plan, other, session)))
            .singleOrEmpty()
        : work.session(session -> answered(plan, session)).singleOrEmpty();
  }

  private static Mono<Long> snapshot(Session session) {
    return session.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", List.of());
  }

  private Mono<Answer> statements(Plan plan, Basis other, Session session) {
    return answered(plan, session)
        .flatMap(answer -> compared(answer, other, session))
        .flatMap(answer -> withEvidence(answer, session))
        .flatMap(answer -> withCoverage(answer, session));
  }

  /**
   * The figures, with what has no fact as zero or unknown where accounts are collected. Records are
   * read only where something lacks or is to be told about them.
   */
  private Mono<Answer> answered(Plan plan, Session session) {
    if (!DayRecords.matter(plan)) {
      return figures(plan, session).map(found -> Answer.of(found, null));
    }
    boolean isSeries = FilledFigures.isSeries(plan);
    Plan whole = isSeries && plan.split() == null ? plan.withAllPeriods() : plan;
    PerformanceSelection selection = plan.query().selection();
    boolean told = isSeries || selection.evidence() || selection.coverage();
    return figures(whole, session)
        .flatMap(
            found ->
                told || found.lacksReports()
                    ? records(plan, session)
                        .map(known -> Answer.of(FilledFigures.of(found, known), known))
                    : Mono.just(Answer.of(found, null)));
  }

  private Mono<DayRecords> records(Plan plan, Session session) {
    Statement statement = DayRecordsStatement.of(plan);
    return session
        .query(statement.sql(), statement.parameters(), DayRecord::read)
        .collectList()
        .map(found -> new DayRecords(plan, found, clock.instant()));
  }

  /** Empty where they are of another version than their basis. */
  private static Mono<Figures> figures(Plan plan, Session session) {
    return found(plan, session)
        .flatMap(
            figures ->
                figures.isUnconverted() ? found(plan.converting(), session) : Mono.just(figures))
        .filter(ReportRun::matchesItsBasis);
  }

  private static Mono<Figures> found(Plan plan, Session session) {
    Statement statement = ReportStatement.of(plan);
    Figures figures = new Figures(plan);
    return session
        .query(statement.sql(), statement.parameters(), figures::take)
        .then(Mono.just(figures));
  }

  private static boolean matchesItsBasis(Figures figures) {
    Basis basis = figures.plan().basis();
    return !basis.isCurrent() || figures.version() == basis.version().number();
  }

  private static Mono<Answer> compared(Answer answer, Basis other, Session session) {
    Plan plan = answer.plan();
    Comparison comparison = plan.query().compareTo();
    if (comparison == null) {
      return Mono.just(answer);
    }
    DateRange range = comparison.rangeBeside(plan.range());
    Pairing pairing = new Pairing(plan.query().granularity(), plan.range(), range);
    Plan beside = plan.beside(other, range, pairing.groupsBeside(answer.figures().rows()));
    return figures(beside, session).map(figures -> answer.comparedWith(figures, pairing));
  }

  private Mono<Answer> withEvidence(Answer answer, Session session) {
    if (!answer.plan().query().selection().evidence() || answer.figures().rows().isEmpty()) {
      return Mono.just(answer);
    }
    Statement statement =
        EvidenceStatement.of(answer.plan(), answer.figures().rows(), today(answer));
    Evidence evidence = new Evidence(answer.plan());
    return session
        .query(statement.sql(), statement.parameters(), evidence::take)
        .then(Mono.fromSupplier(() -> answer.withEvidence(evidence)));
  }

  private Mono<Answer> withCoverage(Answer answer, Session session) {
    if (!answer.plan().query().selection().coverage()) {
      return Mono.just(answer);
    }
    Statement statement = CoverageStatement.of(answer.plan(), today(answer));
    return session
        .query(statement.sql(), statement.parameters(), Coverage::read)
        .collectList()
        .map(answer::withCoverage);
  }

  private LocalDate today(Answer answer) {
    return LocalDate.ofInstant(clock.instant(), answer.plan().basis().timeZone());
  }
}
