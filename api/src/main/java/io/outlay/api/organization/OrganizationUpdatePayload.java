package io.outlay.api.organization;

import io.outlay.api.usererror.UserError;
import io.outlay.domain.organization.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of settings did. */
record OrganizationUpdatePayload(@Nullable Organization organization, List<UserError> userErrors) {}
