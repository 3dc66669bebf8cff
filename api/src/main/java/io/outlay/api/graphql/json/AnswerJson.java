package io.outlay.api.graphql.json;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.error.ProblemError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Answers as JSON. Streams are not single answers: their events are written one by one. */
public final class AnswerJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final byte[] BEFORE_DATA = "{\"data\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEFORE_POINTS =
      ",\"extensions\":{\"cost\":{\"points\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER_POINTS = "}}}".getBytes(StandardCharsets.US_ASCII);

  private AnswerJson() {}

  /** Writes {@code {errors, data, extensions}}; leaves the stream open. */
  public static void write(Answer.Single answer, OutputStream out) {
    if (answer instanceof Answer.Stored stored) {
      writeStored(stored, out);
      return;
    }
    try (JsonGenerator json = open(out)) {
      write(answer, json);
    }
  }

  /** Kept bytes go out as they are. */
  private static void writeStored(Answer.Stored stored, OutputStream out) {
    try {
      out.write(BEFORE_DATA);
      stored.data().writeTo(out);
      out.write(BEFORE_POINTS);
      out.write(Integer.toString(stored.points()).getBytes(StandardCharsets.US_ASCII));
      out.write(AFTER_POINTS);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
  }

  private static void write(Answer.Stored stored, JsonGenerator json) {
    json.writeStartObject();
    json.writeName("data");
    json.writeRawValue(stored.data().toString());
    writeCost(json, stored.points());
    json.writeEndObject();
  }

  /** Writes {@code {errors}}: nothing was executed, so there is no data. */
  public static void writeRefused(List<ProblemError> errors, OutputStream out) {
    try (JsonGenerator json = open(out)) {
      json.writeStartObject();
      json.writeName("errors");
      JsonValues.write(json, errors);
      json.writeEndObject();
    }
  }

  static JsonGenerator open(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  static void write(Answer.Single answer, JsonGenerator json) {
    switch (answer) {
      case Answer.Executed executed -> write(executed, json);
      case Answer.Stored stored -> write(stored, json);
    }
  }

  private static void write(Answer.Executed executed, JsonGenerator json) {
    json.writeStartObject();
    if (!executed.errors().isEmpty()) {
      json.writeName("errors");
      JsonValues.write(json, executed.errors());
    }
    json.writeName("data");
    JsonValues.write(json, executed.data());
    writeCost(json, executed.points());
    json.writeEndObject();
  }

  private static void writeCost(JsonGenerator json, @Nullable Integer points) {
    if (points != null) {
      json.writeName("extensions");
      json.writeStartObject();
      json.writeName("cost");
      json.writeStartObject();
      json.writeNumberProperty("points", points);
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
