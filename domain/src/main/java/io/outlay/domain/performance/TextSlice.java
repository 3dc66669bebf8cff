package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A slice whose rows are written down as PostgreSQL reads them in COPY, so that a consumer passes
 * them on without making an object of each. Rows are in the order of their text, which makes equal
 * contents equal bytes.
 *
 * <p>The byte arrays belong to the slice; nobody changes them.
 *
 * @param rows lines of {@link FactRowText}, each ended by a newline, encoded in UTF-8
 * @param contentHash SHA-256 of the rows, which says nothing about when they were fetched
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
public record TextSlice(SliceHead head, int rowCount, byte[] rows, byte[] contentHash) {

  /**
   * Writes a slice's rows down.
   *
   * @throws IllegalArgumentException when two rows have one key, a row belongs to a campaign that
   *     the slice does not replace, or names an attribution window where its view has none or none
   *     where it has
   */
  public static TextSlice of(Slice slice) {
    refuseForeignCampaigns(slice);
    refuseRepeatedKeys(slice);
    refuseMisplacedWindows(slice);
    String[] lines = slice.rows().stream().map(FactRowText::line).sorted().toArray(String[]::new);
    byte[] rows = text(lines);
    return new TextSlice(slice.head(), lines.length, rows, sha256(rows));
  }

  /** The organization whose slice it is. */
  public OrganizationId organization() {
    return head.key().account().organization();
  }

  /** The same slice with its rows written in another way, in the order of their new text. */
  public TextSlice rewritten(UnaryOperator<String> line) {
    String[] lines =
        new String(rows, StandardCharsets.UTF_8).lines().map(line).sorted().toArray(String[]::new);
    byte[] written = text(lines);
    return new TextSlice(head, rowCount, written, sha256(written));
  }

  /** Whether the hash is that of the rows. */
  public boolean isIntact() {
    return Arrays.equals(contentHash, sha256(rows));
  }

  private static void refuseForeignCampaigns(Slice slice) {
    if (slice.replacement() instanceof Replacement.Campaigns(Set<String> replaced)) {
      for (FactRow row : slice.rows()) {
        if (row.campaignId() == null || !replaced.contains(row.campaignId())) {
          throw new IllegalArgumentException(
              "row of campaign "
                  + row.campaignId()
                  + " in a slice that replaces only campaigns "
                  + replaced);
        }
      }
    }
  }

  private static void refuseRepeatedKeys(Slice slice) {
    Set<String> seen = new HashSet<>(slice.rows().size() * 2);
    for (FactRow row : slice.rows()) {
      String key = FactRowText.key(row);
      if (!seen.add(key)) {
        throw new IllegalArgumentException("two rows of one key: " + key.replace('\t', ' '));
      }
    }
  }

  private static void refuseMisplacedWindows(Slice slice) {
    boolean byWindow = slice.key().view() == View.ATTRIBUTION_WINDOW;
    for (FactRow row : slice.rows()) {
      if ((row.attributionWindow() != null) != byWindow) {
        throw new IllegalArgumentException(
            "a row of attribution window "
                + row.attributionWindow()
                + " in view "
                + slice.key().view());
      }
    }
  }

  private static byte[] text(String[] lines) {
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
