package io.outlay.ingestion.platform.googleads;

/**
 * Where Google Ads is.
 *
 * @param baseUrl of the API, without version and without a slash at the end
 * @param tokenUrl where access tokens are issued
 */
public record GoogleAdsSettings(String baseUrl, String tokenUrl) {

  /** The real platform. */
  public static final String BASE_URL = "https://googleads.googleapis.com";

  /** Where the real platform issues access tokens. */
  public static final String TOKEN_URL = "https://oauth2.googleapis.com/token";
}
