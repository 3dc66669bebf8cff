package io.outlay.schema;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.List;

/** The scalars of Outlay's schema. Their Java types: see each of them. */
public final class Scalars {

  /** {@link Long}, a JSON number. */
  public static final GraphQLScalarType LONG = scalar("Long", new LongCoercing());

  /** {@link java.math.BigDecimal}, a string on the wire. */
  public static final GraphQLScalarType DECIMAL = scalar("Decimal", new DecimalCoercing());

  /** {@link java.time.LocalDate}. */
  public static final GraphQLScalarType DATE = scalar("Date", new DateCoercing());

  /** {@link java.time.Instant}. */
  public static final GraphQLScalarType DATE_TIME = scalar("DateTime", new DateTimeCoercing());

  /** {@link String}: an ISO 4217 code in capital letters. */
  public static final GraphQLScalarType CURRENCY_CODE =
      scalar("CurrencyCode", new CurrencyCodeCoercing());

  /** {@link String}: an IANA zone name. */
  public static final GraphQLScalarType TIME_ZONE = scalar("TimeZone", new TimeZoneCoercing());

  private Scalars() {}

  /** All of them, to be wired. */
  public static List<GraphQLScalarType> all() {
    return List.of(LONG, DECIMAL, DATE, DATE_TIME, CURRENCY_CODE, TIME_ZONE);
  }

  private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
    return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
  }
}
