package io.outlay.scoring.outcome;

import io.outlay.scoring.feature.FeatureSet;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Fingerprint of a table: names, and of each row who, when, values, outcome and time. */
final class TableHash {

  private TableHash() {}

  static String of(FeatureSet features, List<TableRow> rows) {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      for (String name : features.names()) {
        out.writeUTF(name);
      }
      for (TableRow row : rows) {
        write(out, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(DataOutputStream out, TableRow row) throws IOException {
    out.writeLong(row.sample().userId());
    out.writeLong(UtcDays.micros(row.sample().at()));
    for (float value : row.values()) {
      out.writeInt(Float.floatToIntBits(value));
    }
    out.writeBoolean(row.label());
    if (row.timeTo() != null) {
      out.writeDouble(row.timeTo().days());
      out.writeBoolean(row.timeTo().hasHappened());
    }
    out.writeUTF(row.segment());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
