package io.outlay.scoring.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects split thresholds by feature. */
final class ThresholdLists {

  private final List<List<Float>> byFeature;

  ThresholdLists(int features) {
    byFeature = IntStream.range(0, features).<List<Float>>mapToObj(i -> new ArrayList<>()).toList();
  }

  void add(int feature, float threshold) {
    byFeature.get(feature).add(threshold);
  }

  float[][] arrays() {
    return byFeature.stream().map(ThresholdLists::array).toArray(float[][]::new);
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
