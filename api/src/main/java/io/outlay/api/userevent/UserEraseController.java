package io.outlay.api.userevent;

import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.user.UserErasing;
import io.outlay.domain.userevent.Pseudonyms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Removal of users. The audit log, which forgets nothing, tells a keyed hash of the id alone. */
@Controller
class UserEraseController {

  private final UserErasing erasing;
  private final Pseudonyms pseudonyms;

  UserEraseController(UserErasing erasing, Pseudonyms pseudonyms) {
    this.erasing = erasing;
    this.pseudonyms = pseudonyms;
  }

  @MutationMapping
  Mono<Payload> userErase(@Argument Input input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        erasing
            .submit(
                viewer.organization(),
                viewer.actor(),
                input.externalUserId(),
                job -> Optional.of(writtenDown(viewer, input, job)))
            .map(job -> new Payload(job, List.of()));
    return UserErrors.tell(done, "input", problems -> new Payload(null, problems));
  }

  @SchemaMapping(typeName = "Job", field = "userErasure")
  UserErasing.@Nullable Report userErasureOf(Job job) {
    return job.kind().equals(UserErasing.KIND) ? UserErasing.report(job).orElse(null) : null;
  }

  private AuditEntry writtenDown(Viewer viewer, Input input, Job job) {
    String hash =
        pseudonyms.of(viewer.organization(), Pseudonyms.Kind.USER, input.externalUserId());
    return AuditEntry.by(viewer, "userErase", "Job", job.id(), null, Map.of("userHash", hash));
  }

  /** Whom to erase. */
  record Input(String externalUserId) {}

  /** What asking for an erasure did. */
  record Payload(@Nullable Job job, List<UserError> userErrors) {}
}
