package io.outlay.api.graphql.limits;

import io.outlay.domain.performance.PerformancePage;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request, one operation and one caller may ask for.
 *
 * @param body largest HTTP body: a thousand events of users fit
 * @param queryCharacters longest document, in characters
 * @param tokens most tokens of a document
 * @param variableDepth deepest nesting of the request's JSON
 * @param shape of documents that callers write themselves
 * @param trusted of documents shipped with Outlay
 * @param introspectionFields most fields below {@code __schema} and {@code __type}
 * @param page largest {@code first} of a connection, 1 to 500
 * @param cost points an operation may cost and a caller may spend
 * @param timeout after which an operation is given up, in the database too
 * @param errors most errors told back
 */
@ConfigurationProperties("outlay.limits")
public record Limits(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("20000") int queryCharacters,
    @DefaultValue("10000") int tokens,
    @DefaultValue("20") int variableDepth,
    @DefaultValue Shape shape,
    @DefaultValue Trusted trusted,
    @DefaultValue("500") int introspectionFields,
    @DefaultValue("500") int page,
    @DefaultValue Cost cost,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("10") int errors) {

  /** Refuses a page that the reports behind it could not fill. */
  public Limits {
    if (page < 1 || page > PerformancePage.LARGEST) {
      throw new IllegalArgumentException(
          "outlay.limits.page is "
              + page
              + "; expected a number from 1 to "
              + PerformancePage.LARGEST);
    }
  }

  /**
   * Of one operation, fragments counted where they are used.
   *
   * @param depth deepest nesting of fields
   * @param aliases most aliases, also of {@code __typename}
   * @param fields most fields; an amount of money counts as one
   * @param rootFields most fields at the top
   * @param directives most directives
   */
  public record Shape(
      @DefaultValue("12") int depth,
      @DefaultValue("30") int aliases,
      @DefaultValue("400") int fields,
      @DefaultValue("20") int rootFields,
      @DefaultValue("20") int directives) {}

  /**
   * What a document shipped with Outlay may hold; its other limits are those of {@link Shape}.
   *
   * @param aliases most aliases
   * @param fields most fields
   */
  public record Trusted(@DefaultValue("100") int aliases, @DefaultValue("1500") int fields) {}

  /**
   * Points are expected SQL statements plus a tenth of the expected rows.
   *
   * @param operation most points of one operation
   * @param bucket most points a caller can have saved up
   * @param perSecond points a caller earns each second
   */
  public record Cost(
      @DefaultValue("1000") int operation,
      @DefaultValue("2000") int bucket,
      @DefaultValue("100") int perSecond) {}

  /** The shape allowed to a document. */
  Shape shapeFor(boolean isTrusted) {
    return isTrusted
        ? new Shape(
            shape.depth, trusted.aliases, trusted.fields, shape.rootFields, shape.directives)
        : shape;
  }
}
