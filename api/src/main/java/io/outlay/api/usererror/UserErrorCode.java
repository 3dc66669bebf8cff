package io.outlay.api.usererror;

/** Kinds of problems a person can mend; each mutation's own enum in the schema has some of them. */
public enum UserErrorCode {
  INVALID_VALUE,
  NOT_FOUND,
  CONFLICT,
  CREDENTIAL_REFUSED,
  PERMISSION_MISSING,
  VERSION_ENDED,
  REQUEST_REFUSED
}
