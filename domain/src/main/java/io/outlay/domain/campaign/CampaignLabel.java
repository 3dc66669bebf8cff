package io.outlay.domain.campaign;

/**
 * A company's own word about a campaign, such as title, country or purpose.
 *
 * @param key what it tells, for example {@code title}
 * @param value what is told, for example {@code Puzzle Quest}
 * @param origin who set it
 */
public record CampaignLabel(String key, String value, LabelOrigin origin) {}
