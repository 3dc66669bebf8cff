package io.outlay.domain.risk.postgres;

import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ImportedFeature;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.userevent.UserAt;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Features computed elsewhere, in PostgreSQL: all values, and the latest beside the activity. */
public final class PostgresImportedFeatures implements ImportedFeatures {

  private static final int MOST_DECLARED = 100;
  private static final byte[] NO_ACTIVITY = ActivityCodec.encode(Activity.none());

  private final Database database;
  private final AuditLog audit;

  /** Uses the given database. */
  public PostgresImportedFeatures(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Mono<List<ImportedFeature>> declared(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .query(
            ImportStatements.DECLARED,
            List.of(organization.value()),
            PostgresImportedFeatures::toFeature)
        .collectList();
  }

  @Override
  public Mono<Kept> record(Viewer viewer, ImportedFeature feature, List<Value> values) {
    if (values.size() > MOST) {
      return Mono.error(BadRequest.of("values", values.size(), "at most " + MOST + " values"));
    }
    return database
        .inOrganization(viewer.organization())
        .transaction(
            session ->
                declare(session, viewer, feature)
                    .then(keep(session, viewer.organization(), feature.name(), values)))
        .single();
  }

  @Override
  public Mono<List<Map<String, Double>>> known(
      OrganizationId organization, Set<String> names, List<UserAt> usersAt) {
    return database
        .inOrganization(organization)
        .query(
            ImportStatements.KNOWN,
            List.of(
                organization.value(),
                names.toArray(String[]::new),
                IntStream.range(0, usersAt.size()).boxed().toArray(Integer[]::new),
                usersAt.stream().map(UserAt::userId).toArray(Long[]::new),
                usersAt.stream().map(UserAt::at).toArray(Instant[]::new)),
            Known::of)
        .collectList()
        .map(found -> inOrder(usersAt.size(), found));
  }

  private static List<Map<String, Double>> inOrder(int size, List<Known> found) {
    List<Map<String, Double>> known =
        IntStream.range(0, size).<Map<String, Double>>mapToObj(place -> new HashMap<>()).toList();
    found.forEach(one -> known.get(one.place()).put(one.name(), one.value()));
    return known;
  }

  private Mono<Void> declare(Session session, Viewer viewer, ImportedFeature feature) {
    List<Object> declaration =
        List.of(
            viewer.organization().value(),
            feature.name(),
            feature.english(),
            feature.korean(),
            feature.unit(),
            feature.allowedAgeDays(),
            feature.isActionable());
    return session
        .update(ImportStatements.DECLARE, declaration)
        .filter(changed -> changed > 0)
        .flatMap(
            changed ->
                refuseTooMany(session, viewer)
                    .then(audit.append(session, declared(viewer, feature))));
  }

  private static Mono<Void> refuseTooMany(Session session, Viewer viewer) {
    return session
        .query(
            ImportStatements.DECLARED,
            List.of(viewer.organization().value()),
            PostgresImportedFeatures::toFeature)
        .count()
        .filter(count -> count > MOST_DECLARED)
        .flatMap(
            count ->
                Mono.error(
                    BadRequest.of(
                        "feature.name", count, "at most " + MOST_DECLARED + " imported features")));
  }

  private static AuditEntry declared(Viewer viewer, ImportedFeature feature) {
    return new AuditEntry(
        viewer.organization(),
        viewer.actor(),
        "riskFeaturesImport",
        "ImportedFeature",
        feature.name(),
        null,
        Map.of("feature", feature.toString()));
  }

  private static Mono<Kept> keep(
      Session session, OrganizationId organization, String name, List<Value> values) {
    List<Object> parameters =
        List.of(
            organization.value(),
            name,
            values.stream().map(Value::externalUserId).toArray(String[]::new),
            values.stream().map(Value::value).toArray(Double[]::new),
            values.stream().map(Value::knownAt).toArray(Instant[]::new));
    return session
        .query(ImportStatements.KEEP, parameters, row -> Rows.get(row, "external_id", String.class))
        .collectList()
        .delayUntil(found -> latest(session, organization, name, found))
        .map(found -> kept(values, new HashSet<>(found)));
  }

  private static Mono<Long> latest(
      Session session, OrganizationId organization, String name, List<String> users) {
    return session.update(
        ImportStatements.LATEST,
        List.of(organization.value(), name, users.toArray(String[]::new), NO_ACTIVITY));
  }

  private static Kept kept(List<Value> values, Set<String> found) {
    List<String> unknown = new ArrayList<>();
    int kept = 0;
    for (Value value : values) {
      if (found.contains(value.externalUserId())) {
        kept++;
      } else {
        unknown.add(value.externalUserId());
      }
    }
    return new Kept(kept, unknown.stream().distinct().toList());
  }

  private static ImportedFeature toFeature(Readable row) {
    return new ImportedFeature(
        Rows.get(row, "name", String.class),
        Rows.get(row, "english", String.class),
        Rows.get(row, "korean", String.class),
        Rows.get(row, "unit", String.class),
        Rows.get(row, "allowed_age_days", Integer.class),
        Rows.get(row, "is_actionable", Boolean.class));
  }

  /** A value known at one of the times asked for. */
  private record Known(int place, String name, double value) {

    static Known of(Readable row) {
      return new Known(
          Rows.get(row, "place", Integer.class),
          Rows.get(row, "name", String.class),
          Rows.get(row, "value", Double.class));
    }
  }
}
