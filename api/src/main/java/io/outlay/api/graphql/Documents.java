package io.outlay.api.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.outlay.api.graphql.error.ExpectedNames;
import io.outlay.api.graphql.limits.FieldCosts;
import io.outlay.api.graphql.limits.Limits;
import io.outlay.api.graphql.limits.ShapeCheck;
import io.outlay.domain.error.QueryTooComplex;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Parses, measures and validates documents, and remembers those that passed. Refused ones are not
 * kept: they would push out the good.
 */
@Component
final class Documents {

  private static final int CHARACTERS_KEPT = 4_000_000;
  private static final int CHARACTERS_PER_ENTRY = 800; // so that there are at most 5,000 entries

  private final GraphQLSchema schema;
  private final Limits limits;
  private final ShapeCheck shape;
  private final FieldCosts costs;
  private final ParserOptions options;
  private final Cache<Key, PreparedDocument> prepared =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS_KEPT)
          .weigher((Key key, PreparedDocument value) -> key.text().length() + CHARACTERS_PER_ENTRY)
          .build();

  Documents(GraphQlSource source, Limits limits, ShapeCheck shape, FieldCosts costs) {
    this.costs = costs;
    this.schema = source.schema();
    this.limits = limits;
    this.shape = shape;
    this.options =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(
                options ->
                    options
                        .maxTokens(limits.tokens())
                        .maxCharacters(limits.queryCharacters())
                        .captureIgnoredChars(false)
                        .captureLineComments(false));
  }

  /** The document where it was prepared before; null where it was not, or is forgotten. */
  @Nullable PreparedDocument known(String text, boolean trusted) {
    return prepared.getIfPresent(new Key(text, trusted));
  }

  /** The document ready to run, or a {@link Refusal} or a {@link QueryTooComplex} thrown. */
  PreparedDocument prepare(String text, boolean trusted) {
    Key key = new Key(text, trusted);
    PreparedDocument known = prepared.getIfPresent(key);
    if (known != null) {
      return known;
    }
    PreparedDocument fresh = check(text, trusted);
    prepared.put(key, fresh);
    return fresh;
  }

  private PreparedDocument check(String text, boolean trusted) {
    if (text.length() > limits.queryCharacters()) {
      throw new QueryTooComplex(
          "The query has %d characters; at most %d are allowed."
              .formatted(text.length(), limits.queryCharacters()));
    }
    Document document = parse(text);
    shape.check(schema, document, trusted);
    List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw new Refusal(ExpectedNames.told(errors, schema));
    }
    return new PreparedDocument(schema, costs, text, document);
  }

  private Document parse(String text) {
    try {
      return Parser.parse(
          ParserEnvironment.newParserEnvironment()
              .document(text)
              .parserOptions(options)
              .locale(Locale.ENGLISH)
              .build());
    } catch (ParseCancelledException tooMany) {
      throw new QueryTooComplex(
          "The query has more than the %d tokens allowed.".formatted(limits.tokens()));
    } catch (ParseCancelledTooDeepException tooDeep) {
      throw new QueryTooComplex("The query is nested too deep to be read.");
    } catch (InvalidSyntaxException unreadable) {
      throw new Refusal(List.of(unreadable.toInvalidSyntaxError()));
    }
  }

  /** Trusted documents are judged by other limits, so the same text may be kept twice. */
  private record Key(String text, boolean trusted) {}
}
