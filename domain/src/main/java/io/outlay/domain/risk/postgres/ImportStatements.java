package io.outlay.domain.risk.postgres;

/** Statements about features computed elsewhere. */
final class ImportStatements {

  static final String DECLARED =
      """
      SELECT name, english, korean, unit, allowed_age_days, is_actionable
        FROM imported_feature_definition WHERE organization_id = $1 ORDER BY name
      """;

  static final String DECLARE =
      """
      INSERT INTO imported_feature_definition AS d
        (organization_id, name, english, korean, unit, allowed_age_days, is_actionable)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (organization_id, name) DO UPDATE
        SET (english, korean, unit, allowed_age_days, is_actionable) = ($3, $4, $5, $6, $7)
        WHERE (d.english, d.korean, d.unit, d.allowed_age_days, d.is_actionable)
          IS DISTINCT FROM ($3, $4, $5, $6, $7)
      """;

  /** Of two ids of one user with the same time, the one that comes last in the list wins. */
  static final String KEEP =
      """
      WITH given AS (
        SELECT v.external_id, i.user_id, v.value, v.known_at, v.place
          FROM unnest($3::text[], $4::float8[], $5::timestamptz[]) WITH ORDINALITY
            AS v (external_id, value, known_at, place)
          JOIN user_identity i ON i.organization_id = $1 AND i.external_id = v.external_id
      ), kept AS (
        INSERT INTO imported_feature AS f (organization_id, name, user_id, known_at, value)
        SELECT DISTINCT ON (user_id, known_at) $1, $2, user_id, known_at, value FROM given
         ORDER BY user_id, known_at, place DESC
        ON CONFLICT (organization_id, user_id, name, known_at) DO UPDATE SET value = excluded.value
          WHERE f.value <> excluded.value
      )
      SELECT DISTINCT external_id FROM given
      """;

  /** Rows are taken in the order of users, so that two imports do not wait for each other. */
  static final String LATEST =
      """
      INSERT INTO user_activity AS a (organization_id, user_id, version, known_to, activity, imported)
      SELECT $1, u.user_id, 1, l.known_at, $4,
             jsonb_build_object($2::text, jsonb_build_array(l.value, l.known_at))
        FROM (SELECT DISTINCT user_id FROM user_identity
               WHERE organization_id = $1 AND external_id = ANY ($3)) u
        CROSS JOIN LATERAL (SELECT known_at, value FROM imported_feature f
               WHERE f.organization_id = $1 AND f.user_id = u.user_id AND f.name = $2
               ORDER BY known_at DESC LIMIT 1) l
       ORDER BY u.user_id
      ON CONFLICT (organization_id, user_id) DO UPDATE
        SET imported = coalesce(a.imported, '{}'::jsonb) || excluded.imported, version = a.version + 1
        WHERE a.imported -> $2 IS DISTINCT FROM excluded.imported -> $2
      """;

  static final String KNOWN =
      """
      SELECT s.place, l.name, l.value
        FROM unnest($3::int[], $4::bigint[], $5::timestamptz[]) AS s (place, user_id, at)
        CROSS JOIN unnest($2::text[]) AS n (name)
        CROSS JOIN LATERAL (SELECT f.name, f.value FROM imported_feature f
               WHERE f.organization_id = $1 AND f.user_id = s.user_id AND f.name = n.name
                 AND f.known_at <= s.at
               ORDER BY f.known_at DESC LIMIT 1) l
      """;

  private ImportStatements() {}
}
