package io.outlay.domain.platform;

/**
 * How much of the final figure was known at an age.
 *
 * @param ageDays days after the day the figures are of; 0 for the day itself
 * @param share what was known divided by what is known now; above 1 where figures fell
 * @param days number of days this is taken from
 */
public record CompletionPoint(int ageDays, double share, long days) {}
