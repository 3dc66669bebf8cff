package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelFileInfo;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.ModelStateChange;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels.ModelFileOf;
import io.outlay.domain.risk.ServingModels;
import io.outlay.domain.risk.StoredModel;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked about models. */
final class ReadModels {

  static final String SELECT = "SELECT " + ModelRows.COLUMNS + " FROM risk_model m";

  private static final String NEWEST =
      SELECT
          + " WHERE m.organization_id = $1 AND ($2::text IS NULL OR m.kind = $2)"
          + " AND ($3::bigint IS NULL OR m.model_id < $3) ORDER BY m.model_id DESC LIMIT $4";
  private static final String BY_IDS =
      SELECT + " WHERE m.organization_id = $1 AND m.model_id = ANY ($2)";
  private static final String HISTORY =
      """
      SELECT c.* FROM unnest($2::bigint[]) AS wanted (model_id)
       CROSS JOIN LATERAL (
         SELECT model_id, change_id, from_state, to_state, reason, changed_by, changed_at FROM risk_model_change
          WHERE organization_id = $1 AND model_id = wanted.model_id ORDER BY change_id DESC LIMIT 100) c
       ORDER BY c.change_id\
      """;
  private static final String FILES =
      """
      SELECT model_id, part, name, octet_length(content)::bigint AS byte_count, encode(sha256, 'hex') AS sha256
        FROM risk_model_file WHERE organization_id = $1 AND model_id = ANY ($2) ORDER BY part\
      """;
  private static final String LOAD =
      "SELECT "
          + ModelRows.COLUMNS
          + ", m.recipe::text AS recipe FROM risk_model m WHERE m.organization_id = $1 AND"
          + " m.model_id = $2";
  private static final String CONTENT =
      "SELECT part, name, content FROM risk_model_file WHERE organization_id = $1 AND model_id = $2"
          + " ORDER BY part";
  private static final String SERVING =
      """
      SELECT s.version,
      """
          + ModelRows.COLUMNS
          + """
             FROM risk_model_series s
             LEFT JOIN risk_model m ON m.organization_id = s.organization_id AND m.kind = s.kind
                                   AND m.state IN ('CHAMPION', 'CHALLENGER', 'SHADOW')
            WHERE s.organization_id = $1 AND s.kind = $2 ORDER BY m.model_id\
          """;
  private static final String VERSION =
      "SELECT version FROM risk_model_series WHERE organization_id = $1 AND kind = $2";

  private final Database database;

  ReadModels(Database database) {
    this.database = database;
  }

  Flux<RiskModel> newest(
      OrganizationId organization, Optional<RiskKind> kind, @Nullable Long before, int limit) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST,
            List.of(
                organization.value(),
                Nulls.orNull(kind.map(RiskKind::name).orElse(null), String.class),
                Nulls.orNull(before, Long.class),
                limit),
            ModelRows::model);
  }

  Flux<RiskModel> byIds(OrganizationId organization, Collection<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), ModelRows::model);
  }

  Flux<ModelStateChange> history(OrganizationId organization, Collection<Long> ids) {
    return database
        .inOrganization(organization)
        .query(HISTORY, List.of(organization.value(), Nulls.ids(ids)), ModelRows::change);
  }

  Flux<ModelFileOf> files(OrganizationId organization, Collection<Long> ids) {
    return database
        .inOrganization(organization)
        .query(FILES, List.of(organization.value(), Nulls.ids(ids)), ReadModels::info);
  }

  Mono<StoredModel> load(OrganizationId organization, long id) {
    List<Object> key = List.of(organization.value(), id);
    return database
        .inOrganization(organization)
        .session(
            session ->
                session
                    .query(LOAD, key, ReadModels::withoutFiles)
                    .singleOrEmpty()
                    .flatMap(
                        found ->
                            session
                                .query(CONTENT, key, ReadModels::content)
                                .collectList()
                                .map(
                                    files ->
                                        new StoredModel(found.model(), found.recipe(), files))))
        .singleOrEmpty();
  }

  Mono<ServingModels> serving(OrganizationId organization, RiskKind kind) {
    return database
        .inOrganization(organization)
        .query(
            SERVING,
            List.of(organization.value(), kind.name()),
            row -> new Versioned(version(row), modelOrNone(row)))
        .collectList()
        .map(ReadModels::serving);
  }

  Mono<Long> version(OrganizationId organization, RiskKind kind) {
    return database
        .inOrganization(organization)
        .one(VERSION, List.of(organization.value(), kind.name()), ReadModels::version)
        .defaultIfEmpty(0L);
  }

  private static ServingModels serving(List<Versioned> rows) {
    return new ServingModels(
        rows.isEmpty() ? 0 : rows.getFirst().version(),
        rows.stream().flatMap(row -> row.model().stream()).toList());
  }

  private static Optional<RiskModel> modelOrNone(Readable row) {
    return row.get("model_id", Long.class) == null
        ? Optional.empty()
        : Optional.of(ModelRows.model(row));
  }

  private static Long version(Readable row) {
    return Rows.get(row, "version", Long.class);
  }

  private static StoredModel withoutFiles(Readable row) {
    return new StoredModel(ModelRows.model(row), Rows.get(row, "recipe", String.class), List.of());
  }

  private static ModelFileContent content(Readable row) {
    return new ModelFileContent(
        ModelPart.valueOf(Rows.get(row, "part", String.class)),
        Rows.get(row, "name", String.class),
        Rows.get(row, "content", byte[].class));
  }

  private static ModelFileOf info(Readable row) {
    return new ModelFileOf(
        Rows.get(row, "model_id", Long.class),
        new ModelFileInfo(
            ModelPart.valueOf(Rows.get(row, "part", String.class)),
            Rows.get(row, "name", String.class),
            Rows.get(row, "byte_count", Long.class),
            Rows.get(row, "sha256", String.class)));
  }

  private record Versioned(long version, Optional<RiskModel> model) {}
}
