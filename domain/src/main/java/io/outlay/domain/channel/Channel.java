package io.outlay.domain.channel;

/**
 * Where advertising runs.
 *
 * @param key {@code META}, {@code GOOGLE_ADS}, {@code APPLE_SEARCH_ADS}, or an own one such as
 *     {@code NAVER}; unique in the organization
 * @param name shown name
 */
public record Channel(long id, String key, String name) {}
