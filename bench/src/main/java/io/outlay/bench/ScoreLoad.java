package io.outlay.bench;

import io.outlay.scoring.engine.Contributions;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.XgboostEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.XgboostNative;

/**
 * The scoring engine beside the bare native call on the same rows: CPU of this thread for margins
 * and for contributions of 1, 100 and 1,000 rows, by a model of 200 trees of depth 6 over 30
 * features; then a million scores, during which memory must not grow. No network, no files.
 *
 * <p>Argument: scores of the memory run in thousands (1000 when left out).
 */
final class ScoreLoad {

  private static final int[] BATCHES = {1, 100, 1_000};
  private static final int SCORES_A_TURN = 20_000;
  private static final int EXPLAINED_A_TURN = 200;
  private static final int TURNS = 5;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private double sink;

  public static void main(String[] arguments) throws IOException {
    int thousands = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    ForestOfSixLevels model = ForestOfSixLevels.train();
    ScoreLoad load = new ScoreLoad();
    System.out.printf("load %s, model file %d kB%n", Programs.load(), model.file().length / 1_024);
    try (XgboostEngine engine = XgboostEngine.load(ModelFile.read(model.file()))) {
      long handle = model.open();
      try {
        load.compare(engine, handle);
      } finally {
        XgboostNative.freeBooster(handle);
      }
      load.watchMemory(engine, thousands);
    }
    System.out.printf("load %s, checksum %.3f%n", Programs.load(), load.sink);
  }

  private void compare(XgboostEngine engine, long handle) {
    System.out.println(
        "call           rows   engine us/call   bare us/call   engine rows/s   share");
    for (int rows : BATCHES) {
      float[] values = ForestOfSixLevels.rows(rows, rows);
      int calls = SCORES_A_TURN / rows;
      tell("margins", rows, calls, () -> margins(engine, values, rows), () -> bare(handle, values));
    }
    for (int rows : BATCHES) {
      float[] values = ForestOfSixLevels.rows(rows, rows);
      int calls = Math.max(1, EXPLAINED_A_TURN / rows);
      tell(
          "contributions",
          rows,
          calls,
          () -> contributions(engine, values, rows),
          () -> bareContributions(handle, values, rows));
    }
  }

  /**
   * The two in turns, so that a busy machine is busy for both; the median turn counts, by which the
   * first one, while code is still compiled, does not.
   */
  private void tell(String call, int rows, int calls, Runnable engine, Runnable bare) {
    double[] ours = new double[TURNS];
    double[] theirs = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      ours[turn] = cpuOf(engine, calls);
      theirs[turn] = cpuOf(bare, calls);
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    double our = ours[TURNS / 2];
    double their = theirs[TURNS / 2];
    System.out.printf(
        Locale.ROOT,
        "%-13s %5d %16.1f %14.1f %15.0f %7.2f%n",
        call,
        rows,
        our,
        their,
        rows * 1e6 / our,
        their / our);
  }

  /** CPU of this thread in microseconds a call. */
  private double cpuOf(Runnable work, int calls) {
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      work.run();
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e3 / calls;
  }

  private void margins(XgboostEngine engine, float[] values, int rows) {
    sink += engine.margins(new FeatureMatrix(values, rows, ForestOfSixLevels.FEATURES))[0];
  }

  private void bare(long handle, float[] values) {
    int columns = ForestOfSixLevels.FEATURES;
    sink += XgboostNative.margins(handle, values, values.length / columns, columns)[0];
  }

  private void contributions(XgboostEngine engine, float[] values, int rows) {
    Contributions told =
        engine.contributions(new FeatureMatrix(values, rows, ForestOfSixLevels.FEATURES));
    sink += told.of(0, 0);
  }

  private void bareContributions(long handle, float[] values, int rows) {
    long matrix = XgboostNative.createMatrix(values, rows, ForestOfSixLevels.FEATURES);
    sink += XgboostNative.contributions(handle, matrix)[0];
    XgboostNative.freeMatrix(matrix);
  }

  /** Ten equal parts after one to warm up, in calls of a hundred rows with explanations between. */
  private void watchMemory(XgboostEngine engine, int thousands) {
    float[] hundred = ForestOfSixLevels.rows(100, 100);
    float[] one = ForestOfSixLevels.rows(1, 1);
    ServerMemory memory = new ServerMemory(ProcessHandle.current().pid());
    for (int part = 0; part <= 10; part++) {
      for (int i = 0; i < thousands; i++) {
        margins(engine, hundred, 100);
        if (i % 100 == 0) {
          contributions(engine, one, 1);
        }
      }
      if (part == 0) {
        memory.begin();
      } else {
        memory.sample();
      }
    }
    System.out.printf("memory over %d,000 scores: %s%n", thousands, memory.told());
  }
}
