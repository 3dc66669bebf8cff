package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.ConversionKind;
import org.jspecify.annotations.Nullable;

/** Which kind of conversion a file's {@code conversions} count. */
final class ConversionGoals {

  private ConversionGoals() {}

  /** The kind asked for, else the preset's, else other. */
  static ConversionKind of(@Nullable Preset preset, SpendFileSettings settings) {
    if (settings.conversionGoal() != null) {
      return settings.conversionGoal();
    }
    ConversionKind usual = preset == null ? null : preset.conversionGoal();
    return usual == null ? ConversionKind.OTHER : usual;
  }

  /** The field that counts a kind by itself; null for other. */
  static @Nullable SpendField fieldOf(ConversionKind kind) {
    return switch (kind) {
      case INSTALL -> SpendField.INSTALLS;
      case PRE_REGISTRATION -> SpendField.PRE_REGISTRATIONS;
      case SIGN_UP -> SpendField.SIGN_UPS;
      case PURCHASE -> SpendField.PURCHASES;
      case LEAD -> SpendField.LEADS;
      case OTHER -> null;
    };
  }
}
