package io.outlay.api.graphql.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** A JSON object whose names are shared with many others, in their order. Not to be changed. */
public final class NamedValues extends AbstractMap<String, @Nullable Object> {

  private final Names names;
  private final @Nullable Object[] values;

  private NamedValues(Names names, @Nullable Object[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  void write(JsonGenerator json) {
    json.writeStartObject();
    for (int i = 0; i < values.length; i++) {
      json.writeName(names.written[i]);
      JsonValues.write(json, values[i]);
    }
    json.writeEndObject();
  }

  /** Names of objects that are alike, each once. */
  public static final class Names {

    private final List<String> names;
    private final SerializedString[] written;

    /** In the order of the answer. */
    public Names(List<String> names) {
      this.names = List.copyOf(names);
      this.written = names.stream().map(SerializedString::new).toArray(SerializedString[]::new);
    }

    /**
     * An object of these names.
     *
     * @param values one for each name; taken over, not copied
     */
    public NamedValues with(@Nullable Object[] values) {
      return new NamedValues(this, values);
    }
  }

  private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < values.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          Map.Entry<String, @Nullable Object> entry =
              new SimpleImmutableEntry<>(names.names.get(next), values[next]);
          next++;
          return entry;
        }
      };
    }
  }
}
