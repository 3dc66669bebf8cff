package io.outlay.ingestion.spendimport;

import org.jspecify.annotations.Nullable;

/**
 * An import of a kept file.
 *
 * @param rawInputId the kept file; the same one may be imported again under another mapping
 * @param file how it is to be read
 * @param channel key of the channel; null for the preset's
 * @param channelName name of a channel that is born; null for its key
 * @param accountName name of the account named in {@code file}; null for the known one, or its id
 * @param timeZone IANA name of the zone whose days the file has; null for the account's, or the
 *     organization's for a new account
 * @param dataset name under which the days are owned
 * @param dryRun whether only to check
 */
public record SpendImportRequest(
    long rawInputId,
    SpendFileSettings file,
    @Nullable String channel,
    @Nullable String channelName,
    @Nullable String accountName,
    @Nullable String timeZone,
    String dataset,
    ImportReplacement replace,
    boolean dryRun) {

  /** An import with nothing but the defaults beside how the file is read. */
  public static SpendImportRequest of(long rawInputId, SpendFileSettings file) {
    return new SpendImportRequest(
        rawInputId, file, null, null, null, null, "csv", ImportReplacement.NOTHING, false);
  }

  /** The same, only to check. */
  public SpendImportRequest asDryRun() {
    return new SpendImportRequest(
        rawInputId, file, channel, channelName, accountName, timeZone, dataset, replace, true);
  }

  /** The same with another answer to what is stored. */
  public SpendImportRequest replacing(ImportReplacement replacement) {
    return new SpendImportRequest(
        rawInputId,
        file,
        channel,
        channelName,
        accountName,
        timeZone,
        dataset,
        replacement,
        dryRun);
  }

  /** The same under another dataset's name. */
  public SpendImportRequest inDataset(String name) {
    return new SpendImportRequest(
        rawInputId, file, channel, channelName, accountName, timeZone, name, replace, dryRun);
  }

  /** The same for a channel. */
  public SpendImportRequest forChannel(String key, @Nullable String name) {
    return new SpendImportRequest(
        rawInputId, file, key, name, accountName, timeZone, dataset, replace, dryRun);
  }
}
