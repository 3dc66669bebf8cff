package io.outlay.domain.campaign.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.campaign.CampaignLabels;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.LabelSetting;
import io.outlay.domain.campaign.LabelsChanged;
import io.outlay.domain.campaign.LabelsChanged.Change;
import io.outlay.domain.campaign.NamedLabelSetting;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.r2dbc.spi.Readable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Labels in PostgreSQL. */
public final class PostgresCampaignLabels implements CampaignLabels {

  private static final String VISIBLE =
      """
      SELECT c.campaign_id, h.key AS channel, a.external_id AS account, c.external_id AS campaign
        FROM campaign c
        JOIN ad_account a ON a.organization_id = c.organization_id AND a.ad_account_id = c.ad_account_id
        JOIN channel h ON h.organization_id = a.organization_id AND h.channel_id = a.channel_id
       WHERE c.organization_id = $1
         AND ($2::bigint[] IS NULL OR c.ad_account_id = ANY($2))
         AND ($3::bigint[] IS NULL OR a.channel_id = ANY($3))
      """;

  private static final String BY_NAMES =
      VISIBLE
          + " AND (h.key, a.external_id, c.external_id) IN (SELECT * FROM unnest($4::text[],"
          + " $5::text[], $6::text[]))";

  /**
   * Taken first, as everyone who changes what an answer may hold does: so none waits in a circle.
   */
  private static final String LOCK =
      "SELECT data_version FROM organization WHERE organization_id = $1 FOR NO KEY UPDATE";

  /** All parts of the statement see the labels as they were before it. */
  private static final String SET =
      """
      WITH wanted AS (SELECT * FROM unnest($2::bigint[], $3::text[], $4::text[]) AS w(campaign_id, key, value)),
      gone AS (
        DELETE FROM campaign_label l USING wanted w
         WHERE l.organization_id = $1 AND l.campaign_id = w.campaign_id AND l.key = w.key AND w.value IS NULL
        RETURNING l.campaign_id, l.key, NULL::text AS value),
      put AS (
        INSERT INTO campaign_label AS l (organization_id, campaign_id, key, value, origin)
        SELECT $1, campaign_id, key, value, 'SET' FROM wanted WHERE value IS NOT NULL
        ON CONFLICT (organization_id, campaign_id, key) DO UPDATE SET value = excluded.value, origin = 'SET'
         WHERE l.value <> excluded.value OR l.origin <> 'SET'
        RETURNING l.campaign_id, l.key, l.value)
      SELECT n.campaign_id, n.key, b.value AS before, n.value AS after
        FROM (SELECT * FROM gone UNION ALL SELECT * FROM put) n
        LEFT JOIN campaign_label b ON b.organization_id = $1 AND b.campaign_id = n.campaign_id AND b.key = n.key
      """;

  /** Labels an earlier rule gave and this one does not give go; those set by hand stay. */
  private static final String APPLY_RULE =
      """
      WITH wanted AS (
        SELECT c.campaign_id, label_by_rule(r, c.name) AS value
          FROM campaign c JOIN label_rule r ON r.organization_id = c.organization_id AND r.key = $2
         WHERE c.organization_id = $1),
      gone AS (
        DELETE FROM campaign_label l USING wanted w
         WHERE l.organization_id = $1 AND l.campaign_id = w.campaign_id AND l.key = $2 AND l.origin = 'RULE'
           AND w.value IS NULL
        RETURNING l.campaign_id, NULL::text AS value),
      put AS (
        INSERT INTO campaign_label AS l (organization_id, campaign_id, key, value, origin)
        SELECT $1, campaign_id, $2, value, 'RULE' FROM wanted WHERE value IS NOT NULL
        ON CONFLICT (organization_id, campaign_id, key) DO UPDATE SET value = excluded.value
         WHERE l.origin = 'RULE' AND l.value <> excluded.value
        RETURNING l.campaign_id, l.value)
      SELECT n.campaign_id, $2 AS key, b.value AS before, n.value AS after
        FROM (SELECT * FROM gone UNION ALL SELECT * FROM put) n
        LEFT JOIN campaign_label b ON b.organization_id = $1 AND b.campaign_id = n.campaign_id AND b.key = $2
      """;

  private record Name(String channel, String account, String campaign) {}

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresCampaignLabels(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<LabelsChanged> set(
      OrganizationId organization,
      Scope scope,
      List<LabelSetting> settings,
      Audit<LabelsChanged> audit) {
    requireDistinct(settings);
    return inTransaction(
        organization,
        audit,
        session ->
            requireVisible(session, organization, scope, settings)
                .then(put(session, organization, settings)));
  }

  @Override
  public Mono<LabelsChanged> setByNames(
      OrganizationId organization,
      Scope scope,
      List<NamedLabelSetting> settings,
      Audit<LabelsChanged> audit) {
    return inTransaction(
        organization,
        audit,
        session ->
            idsByName(session, organization, scope, settings)
                .map(ids -> resolved(settings, ids))
                .flatMap(resolved -> put(session, organization, resolved)));
  }

  @Override
  public Mono<LabelsChanged> setRule(
      OrganizationId organization, LabelRule rule, Audit<LabelsChanged> audit) {
    List<Object> key = List.of(organization.value(), rule.key());
    return inTransaction(
        organization,
        audit,
        session ->
            StoredLabelRule.replace(session, organization, rule)
                .flatMap(
                    before ->
                        changes(session, APPLY_RULE, key)
                            .map(changed -> changed.by(before.orElse(null), rule)))
                .onErrorMap(StoredLabelRule::isRefused, error -> StoredLabelRule.refusal(rule)));
  }

  private Mono<LabelsChanged> inTransaction(
      OrganizationId organization,
      Audit<LabelsChanged> audit,
      Function<Session, Mono<LabelsChanged>> change) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(LOCK, List.of(organization.value()), row -> true)
                    .then(Mono.defer(() -> change.apply(session)))
                    .flatMap(changed -> raise(session, organization, changed))
                    .flatMap(changed -> log.append(session, audit, changed)))
        .single();
  }

  private static Mono<LabelsChanged> raise(
      Session session, OrganizationId organization, LabelsChanged changed) {
    return changed.campaigns() == 0
        ? Mono.just(changed)
        : session
            .query(
                "SELECT next_data_version($1, NULL, NULL, '{}')",
                List.of(organization.value()),
                row -> true)
            .then(Mono.just(changed));
  }

  private static Mono<Void> requireVisible(
      Session session, OrganizationId organization, Scope scope, List<LabelSetting> settings) {
    Set<Long> ids = settings.stream().map(LabelSetting::campaignId).collect(Collectors.toSet());
    List<Object> parameters =
        List.of(
            organization.value(),
            Nulls.ids(scope.adAccountIds()),
            Nulls.ids(scope.channelIds()),
            Nulls.ids(ids));
    return session
        .query(
            VISIBLE + " AND c.campaign_id = ANY($4)",
            parameters,
            row -> Rows.get(row, "campaign_id", Long.class))
        .count()
        .filter(found -> found == ids.size())
        .switchIfEmpty(Mono.error(() -> new NotFound("One of the campaigns does not exist.")))
        .then();
  }

  private static Mono<Map<Name, Long>> idsByName(
      Session session, OrganizationId organization, Scope scope, List<NamedLabelSetting> settings) {
    List<Object> parameters =
        List.of(
            organization.value(),
            Nulls.ids(scope.adAccountIds()),
            Nulls.ids(scope.channelIds()),
            settings.stream().map(NamedLabelSetting::channelKey).toArray(String[]::new),
            settings.stream().map(NamedLabelSetting::accountId).toArray(String[]::new),
            settings.stream().map(NamedLabelSetting::campaignId).toArray(String[]::new));
    return session
        .query(BY_NAMES, parameters, row -> Map.entry(name(row), id(row)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static List<LabelSetting> resolved(
      List<NamedLabelSetting> settings, Map<Name, Long> ids) {
    List<LabelSetting> resolved =
        settings.stream()
            .map(
                setting -> {
                  Long id =
                      ids.get(
                          new Name(
                              setting.channelKey(), setting.accountId(), setting.campaignId()));
                  if (id == null) {
                    throw new NotFound(
                        "Line "
                            + setting.line()
                            + ": no campaign "
                            + setting.campaignId()
                            + " in account "
                            + setting.accountId()
                            + " of channel "
                            + setting.channelKey()
                            + ".");
                  }
                  return new LabelSetting(id, setting.key(), setting.value());
                })
            .toList();
    requireDistinct(resolved);
    return resolved;
  }

  private static void requireDistinct(List<LabelSetting> settings) {
    Set<Map.Entry<Long, String>> seen = new HashSet<>();
    for (LabelSetting setting : settings) {
      if (!seen.add(Map.entry(setting.campaignId(), setting.key()))) {
        throw BadRequest.of("key", setting.key(), "each label of a campaign only once");
      }
    }
  }

  private static Mono<LabelsChanged> put(
      Session session, OrganizationId organization, List<LabelSetting> settings) {
    List<Object> parameters =
        List.of(
            organization.value(),
            settings.stream().map(LabelSetting::campaignId).toArray(Long[]::new),
            settings.stream().map(LabelSetting::key).toArray(String[]::new),
            settings.stream().map(LabelSetting::value).toArray(String[]::new));
    return changes(session, SET, parameters);
  }

  private static Mono<LabelsChanged> changes(Session session, String sql, List<Object> parameters) {
    return session
        .query(sql, parameters, PostgresCampaignLabels::change)
        .collectList()
        .map(PostgresCampaignLabels::told);
  }

  private static LabelsChanged told(List<Change> changes) {
    long campaigns = changes.stream().map(Change::campaignId).distinct().count();
    return new LabelsChanged(
        campaigns, changes.subList(0, Math.min(changes.size(), LabelsChanged.MOST_CHANGES)));
  }

  private static Change change(Readable row) {
    return new Change(
        Rows.get(row, "campaign_id", Long.class),
        Rows.get(row, "key", String.class),
        row.get("before", String.class),
        row.get("after", String.class));
  }

  private static Name name(Readable row) {
    return new Name(
        Rows.get(row, "channel", String.class),
        Rows.get(row, "account", String.class),
        Rows.get(row, "campaign", String.class));
  }

  private static Long id(Readable row) {
    return Rows.get(row, "campaign_id", Long.class);
  }
}
