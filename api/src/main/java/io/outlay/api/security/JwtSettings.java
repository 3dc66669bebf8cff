package io.outlay.api.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code outlay.jwt.*}: which claims tell what Outlay needs to know. Issuer and keys are
 * Spring's own settings, {@code spring.security.oauth2.resourceserver.jwt.*}.
 *
 * @param organizationClaim claim with the organization's key
 * @param roleClaim claim with the role: admin, manager, analyst or partner
 */
@ConfigurationProperties("outlay.jwt")
record JwtSettings(
    @DefaultValue("outlay_org") String organizationClaim,
    @DefaultValue("outlay_role") String roleClaim) {}
