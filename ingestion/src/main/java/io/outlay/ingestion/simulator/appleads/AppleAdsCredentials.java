package io.outlay.ingestion.simulator.appleads;

import java.util.List;

/**
 * What a publisher shows to Apple. Invented, the same for the same seed.
 *
 * @param clientId who asks
 * @param teamId for whom
 * @param keyId which key signs
 * @param privateKeyPem the key, PKCS 8 in PEM
 * @param orgIds organizations, the accounts of v5
 * @param adAccountIds the same accounts as Platform v1 numbers them
 */
public record AppleAdsCredentials(
    String clientId,
    String teamId,
    String keyId,
    String privateKeyPem,
    List<String> orgIds,
    List<String> adAccountIds) {

  /** Copies the accounts. */
  public AppleAdsCredentials {
    orgIds = List.copyOf(orgIds);
    adAccountIds = List.copyOf(adAccountIds);
  }
}
