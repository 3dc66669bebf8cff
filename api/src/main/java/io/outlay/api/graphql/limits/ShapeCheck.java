package io.outlay.api.graphql.limits;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.outlay.domain.error.QueryTooComplex;
import org.springframework.stereotype.Component;

/** Refuses documents that are larger than the settings allow, before they are validated. */
@Component
public final class ShapeCheck {

  private final Limits limits;

  ShapeCheck(Limits limits) {
    this.limits = limits;
  }

  /**
   * Passes when every operation of the document keeps within its limits; else throws {@link
   * QueryTooComplex}, or {@link io.outlay.domain.error.BadRequest} for a fragment within itself.
   */
  public void check(GraphQLSchema schema, Document document, boolean trusted) {
    Limits.Shape most = limits.shapeFor(trusted);
    DocumentSize sizes = new DocumentSize(schema, document);
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      Size size = sizes.of(operation);
      within("is nested", size.depth(), most.depth(), "levels deep");
      within("uses", size.aliases(), most.aliases(), "aliases");
      within("asks for", size.fields(), most.fields(), "fields");
      within("asks for", size.introspected(), limits.introspectionFields(), "fields of the schema");
      within("uses", size.directives(), most.directives(), "directives");
      within("asks for", sizes.rootFieldsOf(operation), most.rootFields(), "fields at the top");
    }
  }

  private static void within(String verb, long found, int most, String what) {
    if (found > most) {
      throw new QueryTooComplex(
          "The operation %s %d %s; at most %d are allowed. Split it, or ask for less."
              .formatted(verb, found, what, most));
    }
  }
}
