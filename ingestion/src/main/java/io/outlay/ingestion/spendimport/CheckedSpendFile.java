package io.outlay.ingestion.spendimport;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file after its first pass: what it holds, and its rows in temporary files until it is closed.
 *
 * <p>The slices come bucket by bucket in an order that depends on nothing but the file and its
 * settings, so that a second run finds the same slice under the same number.
 */
final class CheckedSpendFile implements Closeable {

  private final FileReport report;
  private final Spill spill;
  private final List<SlicePlace> places;
  private final Map<String, CampaignLabels> labels;
  private final Set<String> campaignIds;

  CheckedSpendFile(
      FileReport report,
      Spill spill,
      List<SlicePlace> places,
      Map<String, CampaignLabels> labels,
      Set<String> campaignIds) {
    this.report = report;
    this.spill = spill;
    this.places = List.copyOf(places);
    this.labels = Map.copyOf(labels);
    this.campaignIds = Set.copyOf(campaignIds);
  }

  FileReport report() {
    return report;
  }

  /** All accounts and periods, in order. */
  List<SlicePlace> places() {
    return places;
  }

  /** Labels by account id and campaign id, divided by a line feed. */
  Map<String, CampaignLabels> labels() {
    return labels;
  }

  /** External ids of all campaigns the file holds. */
  Set<String> campaignIds() {
    return campaignIds;
  }

  int buckets() {
    return spill.buckets();
  }

  /** The slices of one bucket, in order. */
  List<SpendSlice> slices(int bucket) throws IOException {
    BucketGrouping grouping = new BucketGrouping();
    spill.read(bucket, grouping::add);
    return grouping.slices();
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
