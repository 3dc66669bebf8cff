package io.outlay.domain.risk;

/**
 * Something that was found not to be as it was.
 *
 * @param subject the feature or figure
 * @param figure how it is
 * @param limit beyond which it should not be
 */
public record FlagFinding(String subject, double figure, double limit) {}
