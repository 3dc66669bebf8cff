package io.outlay.scoring.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Universal Binary JSON (draft 12), as XGBoost writes its {@code .ubj} files, read into the same
 * tree as JSON. Depth and lengths are checked against what is there, so that no file can make it
 * allocate more than its own size warrants.
 */
final class UbjsonReader {

  private static final int MOST_DEPTH = 32;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ByteBuffer in;

  private UbjsonReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /**
   * @throws MalformedUbjson where the bytes are no UBJSON document or end too early
   */
  static JsonNode read(byte[] bytes) throws MalformedUbjson {
    UbjsonReader reader = new UbjsonReader(bytes);
    try {
      JsonNode root = reader.value(reader.in.get(), 0);
      if (reader.in.hasRemaining()) {
        throw new MalformedUbjson("has " + reader.in.remaining() + " bytes behind its end");
      }
      return root;
    } catch (BufferUnderflowException e) {
      throw new MalformedUbjson("ends in the middle of a value", e);
    }
  }

  private JsonNode value(byte marker, int depth) throws MalformedUbjson {
    return switch (marker) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case 'S' -> NODES.stringNode(text(in.get()));
      case 'Z' -> NODES.nullNode();
      case 'T' -> NODES.booleanNode(true);
      case 'F' -> NODES.booleanNode(false);
      case 'd' -> NODES.numberNode(in.getFloat());
      case 'D' -> NODES.numberNode(in.getDouble());
      case 'C' -> NODES.stringNode(String.valueOf((char) in.get()));
      default -> NODES.numberNode(integer(marker));
    };
  }

  private ObjectNode object(int depth) throws MalformedUbjson {
    limit(depth);
    ObjectNode object = NODES.objectNode();
    for (byte marker = in.get(); marker != '}'; marker = in.get()) {
      object.set(text(marker), value(in.get(), depth));
    }
    return object;
  }

  private ArrayNode array(int depth) throws MalformedUbjson {
    limit(depth);
    ArrayNode array = NODES.arrayNode();
    byte marker = in.get();
    if (marker == '$') {
      byte type = in.get();
      expect('#');
      addAll(array, type, length(), depth);
    } else if (marker == '#') {
      addAll(array, (byte) 0, length(), depth);
    } else {
      for (; marker != ']'; marker = in.get()) {
        array.add(value(marker, depth));
      }
    }
    return array;
  }

  /** Elements of a counted array; type 0 means that each brings its own marker. */
  private void addAll(ArrayNode array, byte type, int count, int depth) throws MalformedUbjson {
    for (int i = 0; i < count; i++) {
      array.add(value(type == 0 ? in.get() : type, depth));
    }
  }

  private String text(byte marker) throws MalformedUbjson {
    byte[] bytes = new byte[bounded(integer(marker))];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int length() throws MalformedUbjson {
    return bounded(integer(in.get()));
  }

  private int bounded(long length) throws MalformedUbjson {
    if (length < 0 || length > in.remaining()) {
      throw new MalformedUbjson("ends in the middle of a value");
    }
    return (int) length;
  }

  private long integer(byte marker) throws MalformedUbjson {
    return switch (marker) {
      case 'i' -> in.get();
      case 'U' -> in.get() & 0xff;
      case 'I' -> in.getShort();
      case 'l' -> in.getInt();
      case 'L' -> in.getLong();
      default -> throw new MalformedUbjson("has an unknown type at byte " + (in.position() - 1));
    };
  }

  private void expect(char marker) throws MalformedUbjson {
    if (in.get() != marker) {
      throw new MalformedUbjson("has no '" + marker + "' at byte " + (in.position() - 1));
    }
  }

  private static void limit(int depth) throws MalformedUbjson {
    if (depth > MOST_DEPTH) {
      throw new MalformedUbjson("is nested deeper than " + MOST_DEPTH + " levels");
    }
  }

  /** What is wrong, as the rest of a sentence about the file. */
  static final class MalformedUbjson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedUbjson(String message) {
      super(message);
    }

    MalformedUbjson(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
