package io.outlay.ingestion.platform.applesearchads;

/**
 * Where Apple is.
 *
 * @param v5Url host of the Campaign Management API v5, without a slash at the end
 * @param platformUrl host of the Ads Platform API v1
 * @param tokenUrl where access tokens are issued
 */
public record AppleSettings(String v5Url, String platformUrl, String tokenUrl) {

  /** Host of v5, which is switched off on 2027-01-26. */
  public static final String V5_URL = "https://api.searchads.apple.com";

  /** Host of v5's successor. */
  public static final String PLATFORM_URL = "https://api.ads.apple.com";

  /** Where the real platform issues access tokens. */
  public static final String TOKEN_URL = "https://appleid.apple.com/auth/oauth2/token";
}
