package io.outlay.api.organization;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows assumptions with the channels and ad accounts they are about. */
@Component
public class RoiAssumptions {

  private final Channels channels;
  private final AdAccounts adAccounts;

  RoiAssumptions(Channels channels, AdAccounts adAccounts) {
    this.channels = channels;
    this.adAccounts = adAccounts;
  }

  /** The assumptions in their order; those about things the caller may not see are left out. */
  public Mono<List<RoiAssumptionView>> show(Viewer viewer, List<Assumption> assumptions) {
    return Mono.zip(
            channels(viewer, numbers(assumptions, Assumption::channelId)),
            adAccounts(viewer, numbers(assumptions, Assumption::adAccountId)))
        .map(
            found ->
                assumptions.stream()
                    .filter(about -> isVisible(about, found.getT1(), found.getT2()))
                    .map(about -> RoiAssumptionView.of(about, found.getT1(), found.getT2()))
                    .toList());
  }

  private Mono<Map<Long, Channel>> channels(Viewer viewer, Set<Long> numbers) {
    return numbers.isEmpty()
        ? Mono.just(Map.of())
        : channels.byIds(viewer.organization(), viewer.scope(), numbers);
  }

  private Mono<Map<Long, AdAccount>> adAccounts(Viewer viewer, Set<Long> numbers) {
    return numbers.isEmpty()
        ? Mono.just(Map.of())
        : adAccounts.byIds(viewer.organization(), viewer.scope(), numbers);
  }

  private static Set<Long> numbers(
      List<Assumption> assumptions, Function<Assumption, @Nullable Long> number) {
    return assumptions.stream().map(number).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static boolean isVisible(
      Assumption assumption, Map<Long, Channel> channels, Map<Long, AdAccount> adAccounts) {
    return (assumption.channelId() == null || channels.containsKey(assumption.channelId()))
        && (assumption.adAccountId() == null || adAccounts.containsKey(assumption.adAccountId()));
  }
}
