package io.outlay.api.node;

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
  DEAD_LETTER("DeadLetter");

  private final String typeName;

  NodeType(String typeName) {
    this.typeName = typeName;
  }

  /** Name in the schema. */
  public String typeName() {
    return typeName;
  }
}
