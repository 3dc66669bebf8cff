package io.outlay.api.graphql.plain;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Invents the value of any field: always the same for the same object, and now and then one that is
 * wrong, missing, late, wrapped or thrown.
 *
 * @param troublesPerThousand how many values are unusual
 */
record SeededFetcher(Supplier<GraphQLSchema> schema, int troublesPerThousand)
    implements LightDataFetcher<@Nullable Object> {

  /** An object of the answer, known by a number. */
  record Thing(long seed, String typeName) {}

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
    long seed = source instanceof Thing thing ? thing.seed() : 0;
    Random random = new Random(31 * seed + field.getName().hashCode());
    return value(field.getType(), random);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    Object source = environment.getSource();
    return get(
        environment.getFieldDefinition(), source == null ? "root" : source, () -> environment);
  }

  private @Nullable Object value(GraphQLType type, Random random) {
    if (random.nextInt(1_000) < troublesPerThousand) {
      return trouble(type, random);
    }
    return switch (type) {
      case GraphQLNonNull nonNull -> value(nonNull.getWrappedType(), random);
      case GraphQLType nullable when random.nextInt(10) == 0 -> null;
      case GraphQLList list -> elements(list.getWrappedType(), random);
      default -> ready(type, random);
    };
  }

  private List<@Nullable Object> elements(GraphQLType type, Random random) {
    List<@Nullable Object> elements = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      elements.add(value(type, random));
    }
    return elements;
  }

  private @Nullable Object trouble(GraphQLType type, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 -> throw new IllegalStateException("thrown by a fetcher");
      case 2 -> Map.of("a", "map");
      case 3 -> new Late(value(GraphQLTypeUtil.unwrapNonNull(type), random));
      default -> Optional.ofNullable(value(GraphQLTypeUtil.unwrapNonNull(type), random));
    };
  }

  private Object ready(GraphQLType type, Random random) {
    return switch (type) {
      case GraphQLScalarType scalar -> scalar(scalar.getName(), random);
      case GraphQLEnumType choice -> {
        List<GraphQLEnumValueDefinition> values = choice.getValues();
        yield values.get(random.nextInt(values.size())).getName();
      }
      case GraphQLInterfaceType many -> {
        var kinds = schema.get().getImplementations(many);
        yield new Thing(random.nextLong(), kinds.get(random.nextInt(kinds.size())).getName());
      }
      default -> new Thing(random.nextLong(), GraphQLTypeUtil.simplePrint(type));
    };
  }

  private static Object scalar(String name, Random random) {
    return switch (name) {
      case "Int", "Long" -> random.nextInt(1_000);
      case "Float" -> random.nextDouble();
      case "Boolean" -> random.nextBoolean();
      case "Decimal" -> new BigDecimal(random.nextInt(10_000)).movePointLeft(2);
      case "Date" -> LocalDate.ofEpochDay(random.nextInt(20_000));
      case "DateTime" -> Instant.ofEpochSecond(random.nextInt(1_000_000_000));
      case "CurrencyCode" -> "USD";
      case "TimeZone" -> "Asia/Seoul";
      default -> "text " + random.nextInt(100);
    };
  }

  /** A promise whose text is always the same. */
  private static final class Late extends CompletableFuture<@Nullable Object> {

    Late(@Nullable Object value) {
      complete(value);
    }

    @Override
    public String toString() {
      return "late";
    }
  }
}
