package ml.dmlc.xgboost4j.java;

import org.jspecify.annotations.NullMarked;

/**
 * The only door to the XGBoost library that DJL's jar bundles. It stands in this package because
 * the native declarations are visible nowhere else (docs/decisions/0070); it adds nothing but names
 * for magic numbers and exceptions for return codes.
 *
 * <p>Handles are addresses: using one after it was freed ends the process. Callers own them and
 * free each once. Every method blocks. Predicting on one booster from several threads is safe once
 * it has predicted before; everything else on a booster is for one thread at a time.
 */
@NullMarked
public final class XgboostNative {

  /** Bits of the prediction call's option mask, as in XGBoost's C API. */
  private static final int MARGIN = 1;

  private static final int CONTRIBUTIONS = 4;
  private static final int ALL_TREES = 0;

  private XgboostNative() {}

  /** Copies rows, one after the other, to a native matrix; NaN is a missing value. */
  public static long createMatrix(float[] rowMajor, int rows, int columns) {
    long[] handle = new long[1];
    check(XGBoostJNI.XGDMatrixCreateFromMat(rowMajor, rows, columns, Float.NaN, handle));
    return handle[0];
  }

  /** Sets one value a row, for example {@code label} or {@code label_lower_bound}. */
  public static void setRowValues(long matrix, String field, float[] values) {
    check(XGBoostJNI.XGDMatrixSetFloatInfo(matrix, field, values));
  }

  /** Gives a matrix's memory back. */
  public static void freeMatrix(long matrix) {
    check(XGBoostJNI.XGDMatrixFree(matrix));
  }

  /** An empty booster; predictions on the given matrices are kept from round to round. */
  public static long createBooster(long... matrices) {
    long[] handle = new long[1];
    check(XGBoostJNI.XGBoosterCreate(matrices, handle));
    return handle[0];
  }

  /** Sets a parameter under XGBoost's own name. */
  public static void setParameter(long booster, String name, String value) {
    check(XGBoostJNI.XGBoosterSetParam(booster, name, value));
  }

  /** Names the columns; the names are kept in the model file. */
  public static void nameFeatures(long booster, String[] names) {
    check(XGBoostJNI.XGBoosterSetStrFeatureInfo(booster, "feature_name", names));
  }

  /** Adds the trees of one round. */
  public static void boost(long booster, int round, long matrix) {
    check(XGBoostJNI.XGBoosterUpdateOneIter(booster, round, matrix));
  }

  /** The booster's metrics on a matrix, as in {@code [3]\tname-logloss:0.41}. */
  public static String evaluate(long booster, int round, long matrix, String name) {
    String[] text = new String[1];
    check(
        XGBoostJNI.XGBoosterEvalOneIter(
            booster, round, new long[] {matrix}, new String[] {name}, text));
    return text[0];
  }

  /** Raw margins of a matrix, one a row. */
  public static float[] margins(long booster, long matrix) {
    return predict(booster, matrix, MARGIN);
  }

  /** TreeSHAP contributions to the margin: for each row one a feature, then the base value. */
  public static float[] contributions(long booster, long matrix) {
    return predict(booster, matrix, CONTRIBUTIONS);
  }

  /** Raw margins straight from an array, without a matrix; NaN is a missing value. */
  public static float[] margins(long booster, float[] rowMajor, int rows, int columns) {
    float[][] out = new float[1][];
    check(
        XGBoostJNI.XGBoosterPredictFromDense(
            booster, rowMajor, rows, columns, Float.NaN, 0, ALL_TREES, MARGIN, null, out));
    return out[0];
  }

  /** Fills an empty booster from a model file in JSON or UBJSON. */
  public static void load(long booster, byte[] file) {
    check(XGBoostJNI.XGBoosterLoadModelFromBuffer(booster, file));
  }

  /** The booster's model file; the format is {@code ubj} or {@code json}. */
  public static byte[] save(long booster, String format) {
    byte[][] out = new byte[1][];
    check(XGBoostJNI.XGBoosterSaveModelToBuffer(booster, format, out));
    return out[0];
  }

  /** Gives a booster's memory back. */
  public static void freeBooster(long booster) {
    check(XGBoostJNI.XGBoosterFree(booster));
  }

  private static float[] predict(long booster, long matrix, int options) {
    float[][] out = new float[1][];
    check(XGBoostJNI.XGBoosterPredict(booster, matrix, options, ALL_TREES, out));
    return out[0];
  }

  private static void check(int code) {
    try {
      XGBoostJNI.checkCall(code);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost: " + firstLine(String.valueOf(e.getMessage())), e);
    }
  }

  /** XGBoost puts a native stack trace behind its message. */
  private static String firstLine(String message) {
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
  }
}
