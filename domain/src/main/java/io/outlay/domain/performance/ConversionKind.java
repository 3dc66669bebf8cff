package io.outlay.domain.performance;

/** What a conversion was. Each account or import names one kind as its goal. */
public enum ConversionKind {
  INSTALL,
  PRE_REGISTRATION,
  SIGN_UP,
  PURCHASE,
  LEAD,
  OTHER
}
