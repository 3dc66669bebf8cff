package io.outlay.domain.performance.postgres;

import io.netty.buffer.ByteBuf;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.FactRowText;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;

/**
 * Slices as text for the staging tables: each campaign, ad group and ad once in all, and rows that
 * point to them by number. So names cross the wire and are looked up once for all days of a batch.
 */
final class StagedText {

  private static final byte[] NO_SEGMENT = "\\N\t\\N\t\\N\t\\N".getBytes(CopyText.ENCODING);

  private static final int ALL_SEGMENT_COLUMNS =
      FactRowText.segmentColumns(View.ATTRIBUTION_WINDOW);

  private final CopyText slices = new CopyText();
  private final CopyText entities = new CopyText();
  private final CopyText segments = new CopyText();
  private final CopyText scopes = new CopyText();
  private final List<ByteBuf> rows = new ArrayList<>();
  private final CopyText sums = new CopyText();
  private final Map<AdAccountKey, Integer> accounts = new HashMap<>();
  private final Map<ByteKey, Integer> entityNumbers = new HashMap<>();
  private final Map<ByteKey, Integer> segmentNumbers = new HashMap<>();

  private StagedText() {
    segmentNumbers.put(new ByteKey(0, NO_SEGMENT, 0, NO_SEGMENT.length), 0);
  }

  /** Text of the slices, numbered from 0 in their order. Costs some time: not for an event loop. */
  static StagedText of(List<TextSlice> slices) {
    StagedText text = new StagedText();
    // Newest first: the first mention of a campaign decides its name.
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Long.compare(sequence(slices, b), sequence(slices, a)));
    order.forEach(number -> text.add(number, slices.get(number)));
    return text;
  }

  private static long sequence(List<TextSlice> slices, int number) {
    return slices.get(number).head().sequence();
  }

  Part slices() {
    return new Part(StagedSliceColumns.NAMES, List.of(slices.buffer()));
  }

  Part entities() {
    return new Part("", List.of(entities.buffer()));
  }

  Part segments() {
    return new Part("", List.of(segments.buffer()));
  }

  Part scopes() {
    return new Part("", List.of(scopes.buffer()));
  }

  Part sums() {
    return new Part("", List.of(sums.buffer()));
  }

  Part rows() {
    return new Part("", rows);
  }

  private void add(int number, TextSlice slice) {
    StagedSliceColumns.write(slices, number, slice);
    if (slice.head().replacement() instanceof Replacement.Campaigns(Set<String> campaigns)) {
      campaigns.forEach(campaign -> scopes.number(number).text(campaign).end());
    }
    if (slice.rowCount() > 0) {
      int account = accounts.computeIfAbsent(slice.head().key().account(), key -> accounts.size());
      rows.add(stage(number, account, slice));
    }
  }

  private ByteBuf stage(int number, int account, TextSlice slice) {
    byte[] text = slice.rows();
    int segmentColumns = FactRowText.segmentColumns(slice.head().key().view());
    CopyText staged = new CopyText(text.length);
    CampaignSums campaigns = new CampaignSums(text);
    int line = 0;
    while (line < text.length) {
      int entityEnd = column(text, line, FactRowText.ENTITY_COLUMNS);
      int segmentEnd = column(text, entityEnd + 1, segmentColumns);
      int end = lineEnd(text, segmentEnd);
      int entity = entity(number, account, text, line, entityEnd);
      campaigns.add(entity, line, segmentEnd + 1, end);
      staged
          .number(number)
          .number(entity)
          .number(segment(text, entityEnd + 1, segmentEnd, segmentColumns))
          .raw(text, segmentEnd + 1, end)
          .end();
      line = end + 1;
    }
    campaigns.write(number, sums);
    return staged.buffer();
  }

  private int entity(int number, int account, byte[] text, int from, int to) {
    ByteKey key = new ByteKey(account, text, from, to);
    Integer known = entityNumbers.get(key);
    if (known != null) {
      return known;
    }
    int born = entityNumbers.size();
    entityNumbers.put(key, born);
    entities.number(born).number(number).raw(text, from, to).end();
    return born;
  }

  private int segment(byte[] text, int from, int to, int columns) {
    ByteKey key = new ByteKey(0, text, from, to);
    Integer known = segmentNumbers.get(key);
    if (known != null) {
      return known;
    }
    int born = segmentNumbers.size();
    segmentNumbers.put(key, born);
    CopyText segment = segments.number(born).raw(text, from, to);
    (columns == ALL_SEGMENT_COLUMNS ? segment : segment.text(null)).end();
    return born;
  }

  /** Where the tab behind so many columns stands. */
  private static int column(byte[] text, int from, int columns) {
    int at = from - 1;
    for (int i = 0; i < columns; i++) {
      at = find(text, at + 1, (byte) '\t');
    }
    return at;
  }

  private static int lineEnd(byte[] text, int from) {
    return find(text, from, (byte) '\n');
  }

  private static int find(byte[] text, int from, byte wanted) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    throw new IllegalArgumentException("a row ends before its last column");
  }

  /**
   * Text of one table.
   *
   * @param columns the columns in parentheses; empty for all of them
   */
  record Part(String columns, List<ByteBuf> text) {

    boolean isEmpty() {
      return text.stream().allMatch(buffer -> buffer.readableBytes() == 0);
    }

    /** The text, to be read any number of times. */
    Flux<ByteBuf> buffers() {
      return Flux.fromIterable(text).map(buffer -> buffer.retainedDuplicate());
    }
  }
}
