package io.outlay.domain.organization;

/**
 * A token just made: the only moment at which its secret is known.
 *
 * @param token what was stored
 * @param secret what its holder shows
 */
public record CreatedToken(ApiToken token, TokenSecret secret) {}
