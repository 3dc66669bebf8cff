package io.outlay.api.platform;

import io.outlay.api.node.NodeType;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.ingestion.sync.AdAccountConnecting;
import io.outlay.ingestion.sync.AdAccountSyncs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Connecting ad accounts, changing, collecting and disconnecting them. */
@Controller
class AdAccountMutations {

  private static final String SUBJECT = "AdAccount";

  private final AdAccountConnecting connecting;
  private final AdAccountSyncs syncs;
  private final PlatformAccesses accesses;
  private final AdAccounts adAccounts;

  AdAccountMutations(
      AdAccountConnecting connecting,
      AdAccountSyncs syncs,
      PlatformAccesses accesses,
      AdAccounts adAccounts) {
    this.connecting = connecting;
    this.syncs = syncs;
    this.accesses = accesses;
    this.adAccounts = adAccounts;
  }

  @MutationMapping
  Mono<ConnectPayload> adAccountConnect(
      @Argument AdAccountConnectInput input, @ContextValue Viewer viewer) {
    Mono<ConnectPayload> done =
        Mono.fromCallable(() -> unlimited(viewer, input).toRequest())
            .flatMap(
                request ->
                    connecting.connect(
                        viewer.organization(), request, access -> connected(viewer, access)))
            .flatMap(access -> account(viewer, access))
            .map(account -> new ConnectPayload(account, List.of()));
    return PlatformRefusals.tell(
        done, "input", "externalId", problems -> new ConnectPayload(null, problems));
  }

  @MutationMapping
  Mono<UpdatePayload> adAccountUpdate(
      @Argument AdAccountUpdateInput input, @ContextValue Viewer viewer) {
    Mono<UpdatePayload> done =
        access(viewer, input.id())
            .flatMap(
                access ->
                    connecting.change(
                        access,
                        input.toWishes(),
                        CredentialSecretInput.toCredentialOrNull(input.credential()),
                        input.isPaused(),
                        change ->
                            changed(viewer, "adAccountUpdate", change, input.credential() != null)))
            .flatMap(change -> updated(viewer, change));
    return PlatformRefusals.tell(
        done, "input", "credential", problems -> new UpdatePayload(null, null, problems));
  }

  @MutationMapping
  Mono<DisconnectPayload> adAccountDisconnect(@Argument String id, @ContextValue Viewer viewer) {
    Mono<DisconnectPayload> done =
        access(viewer, id)
            .flatMap(
                access ->
                    connecting.disconnect(
                        access, change -> changed(viewer, "adAccountDisconnect", change, true)))
            .flatMap(change -> account(viewer, change.after()))
            .map(account -> new DisconnectPayload(account, List.of()));
    return UserErrors.tell(done, null, problems -> new DisconnectPayload(null, problems));
  }

  @MutationMapping
  Mono<SyncPayload> adAccountSync(@Argument AdAccountSyncInput input, @ContextValue Viewer viewer) {
    Mono<SyncPayload> done =
        access(viewer, input.id())
            .flatMap(
                access ->
                    syncs.submit(
                        access,
                        input.days(),
                        input.fromKept(),
                        viewer.actor(),
                        job -> asked(viewer, access, input, job)))
            .map(job -> new SyncPayload(job, List.of()));
    return UserErrors.tell(done, "input", problems -> new SyncPayload(null, problems));
  }

  /** Whoever sees a part only may not add accounts to the whole. */
  private static AdAccountConnectInput unlimited(Viewer viewer, AdAccountConnectInput input) {
    if (!viewer.scope().isEverything()) {
      throw new Forbidden("The token sees a part of the ad accounts only; it cannot connect one.");
    }
    return input;
  }

  private Mono<PlatformAccess> access(Viewer viewer, String id) {
    return Mono.fromCallable(() -> NodeType.AD_ACCOUNT.number("id", id))
        .flatMap(
            number ->
                adAccounts
                    .byIds(viewer.organization(), viewer.scope(), Set.of(number))
                    .filter(found -> found.containsKey(number))
                    .flatMap(found -> accesses.find(viewer.organization(), number)))
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such connected ad account.")));
  }

  private Mono<AdAccount> account(Viewer viewer, PlatformAccess access) {
    return adAccounts
        .byIds(viewer.organization(), viewer.scope(), Set.of(access.adAccountId()))
        .flatMap(found -> Mono.justOrEmpty(found.get(access.adAccountId())));
  }

  private Mono<UpdatePayload> updated(Viewer viewer, Change<PlatformAccess> change) {
    boolean isRemapped =
        !change.after().settings().mapping().equals(change.before().settings().mapping());
    Mono<Optional<Job>> again =
        isRemapped
            ? syncs
                .submit(change.after(), null, true, viewer.actor(), Audit.none())
                .map(Optional::of)
            : Mono.just(Optional.empty());
    return again.flatMap(
        job ->
            account(viewer, change.after())
                .map(account -> new UpdatePayload(account, job.orElse(null), List.of())));
  }

  private static Optional<AuditEntry> connected(Viewer viewer, PlatformAccess access) {
    return Optional.of(
        AuditEntry.by(
            viewer, "adAccountConnect", SUBJECT, access.adAccountId(), null, access.auditFields()));
  }

  private static Optional<AuditEntry> changed(
      Viewer viewer, String action, Change<PlatformAccess> change, boolean isCredentialChanged) {
    Map<String, Object> after = new LinkedHashMap<>(change.after().auditFields());
    after.put("credentialChanged", isCredentialChanged);
    return Optional.of(
        AuditEntry.by(
            viewer,
            action,
            SUBJECT,
            change.after().adAccountId(),
            change.before().auditFields(),
            after));
  }

  private static Optional<AuditEntry> asked(
      Viewer viewer, PlatformAccess access, AdAccountSyncInput input, Job job) {
    return Optional.of(
        AuditEntry.by(
            viewer,
            "adAccountSync",
            SUBJECT,
            access.adAccountId(),
            null,
            Map.of(
                "job", job.id(),
                "range", String.valueOf(input.days()),
                "fromKept", input.fromKept())));
  }

  /** What connecting did. */
  record ConnectPayload(@Nullable AdAccount adAccount, List<UserError> userErrors) {}

  /** What a change did. */
  record UpdatePayload(
      @Nullable AdAccount adAccount, @Nullable Job job, List<UserError> userErrors) {}

  /** What disconnecting did. */
  record DisconnectPayload(@Nullable AdAccount adAccount, List<UserError> userErrors) {}

  /** What asking for a sync did. */
  record SyncPayload(@Nullable Job job, List<UserError> userErrors) {}
}
