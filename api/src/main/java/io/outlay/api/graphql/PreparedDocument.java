package io.outlay.api.graphql;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.outlay.api.graphql.limits.FieldCosts;
import io.outlay.domain.error.BadRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document that may run: parsed, within its limits, valid. */
final class PreparedDocument {

  private final String id;
  private final PreparsedDocumentEntry entry;
  private final Map<String, OperationPlan> operations = new LinkedHashMap<>();

  PreparedDocument(GraphQLSchema schema, FieldCosts costs, String text, Document document) {
    this.id = TrustedDocuments.idOf(text);
    this.entry = new PreparsedDocumentEntry(document);
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      String name = operation.getName() == null ? "" : operation.getName();
      operations.put(name, new OperationPlan(schema, costs, document, operation));
    }
  }

  /** SHA-256 of its text, in hex. */
  String id() {
    return id;
  }

  /** What the engine takes instead of the text. */
  PreparsedDocumentEntry entry() {
    return entry;
  }

  /** The operation of that name; the only one when the name is null or empty. */
  OperationPlan operation(@Nullable String name) {
    if (operations.isEmpty()) {
      throw new BadRequest(
          "The document holds no operation; expected a query, mutation or subscription.");
    }
    if (name == null || name.isEmpty()) {
      return single();
    }
    OperationPlan found = operations.get(name);
    if (found == null) {
      throw BadRequest.of("operationName", name, names());
    }
    return found;
  }

  private String names() {
    List<String> names = operations.keySet().stream().filter(name -> !name.isEmpty()).toList();
    return names.isEmpty() ? "none, for the operation has no name" : "one of " + names;
  }

  private OperationPlan single() {
    if (operations.size() > 1) {
      throw BadRequest.of("operationName", null, names());
    }
    return operations.values().iterator().next();
  }
}
