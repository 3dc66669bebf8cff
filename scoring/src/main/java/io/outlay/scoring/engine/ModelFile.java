package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An XGBoost model file ({@code .json} or {@code .ubj}) that has been read through and found whole:
 * the native library trusts indices it reads, so they are checked before it sees them.
 */
public final class ModelFile {

  private static final int MOST_BYTES = 256 << 20;
  private static final Pattern ONE_ELEMENT_LIST = Pattern.compile("\\[\\s*([^,\\[\\]\\s]+)\\s*]");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final byte[] bytes;
  private final Objective objective;
  private final List<String> featureNames;
  private final TreeCheck trees;

  private ModelFile(byte[] bytes, Objective objective, List<String> featureNames, TreeCheck trees) {
    this.bytes = bytes;
    this.objective = objective;
    this.featureNames = featureNames;
    this.trees = trees;
  }

  /**
   * Reads a file. XGBoost 3.1 and newer write {@code base_score} as a list, which the bundled 3.0
   * would silently take for 0.5: a list of one is turned into its element, a longer one refused.
   *
   * @throws BadRequest when the file is cut off, foreign, or has other than finite numbers
   */
  public static ModelFile read(byte[] bytes) {
    ObjectNode root = tree(bytes);
    JsonNode learner = root.path("learner");
    JsonNode parameters = learner.path("learner_model_param");
    if (!(parameters instanceof ObjectNode told)) {
      throw foreign("has no learner_model_param");
    }
    requireOne(told, "num_class");
    requireOne(told, "num_target");
    Objective objective = Objective.of(learner.path("objective").path("name").asString(""));
    TreeCheck trees =
        TreeCheck.of(learner.path("gradient_booster"), told.path("num_feature").asInt(0));
    byte[] loadable = normaliseBaseScore(told) ? JSON.writeValueAsBytes(root) : bytes;
    List<String> names =
        learner.path("feature_names").valueStream().map(JsonNode::asString).toList();
    return new ModelFile(loadable.clone(), objective, names, trees);
  }

  /** Number of features of a row. */
  public int features() {
    return trees.features();
  }

  /** Number of trees. */
  public int treeCount() {
    return trees.count();
  }

  /** What the model was trained for. */
  public Objective objective() {
    return objective;
  }

  /** Names of the features in their order; empty where the file has none. */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Refuses a model of other features than those that rows will be made of.
   *
   * @param expected their names in order; a file without names is compared by number
   * @throws BadRequest naming the first difference
   */
  public void requireFeatures(List<String> expected) {
    if (expected.size() != features()) {
      throw BadRequest.of("number of features of the model", features(), "" + expected.size());
    }
    for (int i = 0; i < featureNames.size(); i++) {
      if (!featureNames.get(i).equals(expected.get(i))) {
        throw BadRequest.of("feature " + i + " of the model", featureNames.get(i), expected.get(i));
      }
    }
  }

  /** The file as the library is given it. */
  byte[] bytes() {
    return bytes;
  }

  /** Thresholds of a feature's splits; empty where the model does not use it. */
  float[] thresholds(int feature) {
    return trees.thresholds(feature);
  }

  private static ObjectNode tree(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw BadRequest.of("model file", bytes.length + " bytes", "at most " + MOST_BYTES);
    }
    try {
      if (parse(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw foreign("is cut off or no JSON: " + e.getOriginalMessage());
    } catch (UbjsonReader.MalformedUbjson e) {
      throw foreign(String.valueOf(e.getMessage()));
    }
    throw foreign("is no object");
  }

  private static JsonNode parse(byte[] bytes) throws UbjsonReader.MalformedUbjson {
    if (bytes.length < 2 || bytes[0] != '{') {
      throw foreign("does not begin with an object; older binary formats are not read");
    }
    boolean binary = "LlIUi".indexOf(bytes[1]) >= 0;
    return binary
        ? UbjsonReader.read(bytes)
        : JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean normaliseBaseScore(ObjectNode parameters) {
    String text = parameters.path("base_score").asString("");
    Matcher list = ONE_ELEMENT_LIST.matcher(text);
    String scalar = list.matches() ? list.group(1) : text;
    if (!isFinite(scalar)) {
      throw BadRequest.of("base_score", text, "one finite number");
    }
    parameters.put("base_score", scalar);
    return list.matches();
  }

  private static boolean isFinite(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void requireOne(ObjectNode parameters, String name) {
    if (parameters.path(name).asInt(0) > 1) {
      throw BadRequest.of(name, parameters.path(name).asString(""), "a model with one output");
    }
  }

  static BadRequest foreign(String what) {
    return new BadRequest(
        "The model file " + what + "; expected an XGBoost model as .json or .ubj.");
  }
}
