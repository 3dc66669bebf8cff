package io.outlay.domain.action.postgres;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of table {@code action_rule}. */
final class RuleRows {

  static final String COLUMNS =
      "organization_id, rule_id, name, kind, bands, channels, countries, platforms, every_days,"
          + " control_share, is_active, created_at";

  private RuleRows() {}

  /** The organization, then the terms; more may be added. */
  static List<Object> parameters(OrganizationId organization, RuleTerms terms) {
    RuleTerms.Segment segment = terms.segment();
    return new ArrayList<>(
        List.of(
            organization.value(),
            terms.name(),
            terms.kind().name(),
            terms.bands().stream().map(Enum::name).sorted().toArray(String[]::new),
            segment.channels().toArray(String[]::new),
            segment.countries().toArray(String[]::new),
            segment.platforms().toArray(String[]::new),
            terms.everyDays(),
            terms.controlShare(),
            terms.isActive()));
  }

  static ActionRule rule(Readable row) {
    RuleTerms terms =
        new RuleTerms(
            Rows.get(row, "name", String.class),
            RiskKind.valueOf(Rows.get(row, "kind", String.class)),
            texts(row, "bands").stream().map(RiskBand::valueOf).collect(Collectors.toSet()),
            new RuleTerms.Segment(
                texts(row, "channels"), texts(row, "countries"), texts(row, "platforms")),
            Rows.get(row, "every_days", Integer.class),
            Rows.get(row, "control_share", Double.class),
            Rows.get(row, "is_active", Boolean.class));
    return new ActionRule(
        new OrganizationId(Rows.get(row, "organization_id", Long.class)),
        Rows.get(row, "rule_id", Long.class),
        terms,
        Rows.get(row, "created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<String> texts(Readable row, String column) {
    return Stream.of(Rows.get(row, column, String[].class)).collect(Collectors.toSet());
  }
}
