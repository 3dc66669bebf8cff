package io.outlay.api.graphql.json;

import graphql.language.SourceLocation;
import io.outlay.api.graphql.error.ProblemError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what the engine produces, without a tree or reflection in between. */
final class JsonValues {

  private JsonValues() {}

  static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case NamedValues object -> object.write(json);
      case Map<?, ?> object -> writeObject(json, object);
      case List<?> list -> writeList(json, list);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      default -> json.writeString(value.toString());
    }
  }

  private static void writeObject(JsonGenerator json, Map<?, ?> object) {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      json.writeName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, List<?> list) {
    json.writeStartArray();
    for (Object element : list) {
      write(json, element);
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, List<ProblemError> errors) {
    json.writeStartArray();
    for (ProblemError error : errors) {
      write(json, error);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ProblemError error) {
    json.writeStartObject();
    json.writeStringProperty("message", error.message());
    if (!error.places().isEmpty()) {
      json.writeName("locations");
      writePlaces(json, error.places());
    }
    List<Object> path = error.at();
    if (path != null) {
      json.writeName("path");
      writeList(json, path);
    }
    json.writeName("extensions");
    json.writeStartObject();
    json.writeStringProperty("code", error.code().name());
    for (Map.Entry<String, Object> detail : error.details().entrySet()) {
      json.writeName(detail.getKey());
      write(json, detail.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writePlaces(JsonGenerator json, List<SourceLocation> places) {
    json.writeStartArray();
    for (SourceLocation place : places) {
      json.writeStartObject();
      json.writeNumberProperty("line", place.getLine());
      json.writeNumberProperty("column", place.getColumn());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
