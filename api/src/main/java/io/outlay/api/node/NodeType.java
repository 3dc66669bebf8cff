package io.outlay.api.node;

import io.outlay.api.graphql.paging.GlobalId;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types with an id of their own. The name is part of each id: renaming one would break clients. */
public enum NodeType {
  ORGANIZATION("Organization"),
  CHANNEL("Channel"),
  AD_ACCOUNT("AdAccount"),
  CAMPAIGN("Campaign"),
  AD_GROUP("AdGroup"),
  AD("Ad"),
  API_TOKEN("ApiToken"),
  AUDIT_EVENT("AuditEvent"),
  JOB("Job"),
  SPEND_IMPORT("SpendImport"),
  UPLOAD("Upload"),
  DEAD_LETTER("DeadLetter"),
  USER("User"),
  RISK_MODEL("RiskModel"),
  EXPERIMENT("Experiment"),
  ACTION_RULE("ActionRule"),
  DECISION("Decision");

  private final String typeName;

  NodeType(String typeName) {
    this.typeName = typeName;
  }

  /** Name in the schema. */
  public String typeName() {
    return typeName;
  }

  /** The type of that name; empty where there is none. */
  static Optional<NodeType> ofName(String name) {
    return Arrays.stream(values()).filter(type -> type.typeName.equals(name)).findFirst();
  }

  /** The id clients see. */
  public String id(long number) {
    return GlobalId.of(typeName, number);
  }

  /**
   * The number behind an id.
   *
   * @param field where it was given, for the message
   * @throws BadRequest when it is no id of this type
   */
  public long number(String field, String text) {
    return GlobalId.numberOf(typeName, text)
        .orElseThrow(
            () -> BadRequest.of(field, text, "an id as the field id of " + typeName + " gives it"));
  }

  /**
   * The number behind the id of a thing to be changed; what is no id of this type is answered like
   * an id that nothing has.
   *
   * @param what the thing in words, for the message
   * @throws NotFound when it is no id of this type
   */
  public long find(String what, String text) {
    return GlobalId.numberOf(typeName, text)
        .orElseThrow(() -> new NotFound("There is no such " + what + "."));
  }

  /** The numbers behind ids; none for null. */
  public Set<Long> numbers(String field, @Nullable Collection<String> texts) {
    Set<Long> numbers = new LinkedHashSet<>();
    if (texts != null) {
      texts.forEach(text -> numbers.add(number(field, text)));
    }
    return numbers;
  }
}
