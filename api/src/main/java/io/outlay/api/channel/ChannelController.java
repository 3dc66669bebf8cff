package io.outlay.api.channel;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Channels. */
@Controller
class ChannelController implements NodeSource {

  private final Channels channels;

  ChannelController(Channels channels) {
    this.channels = channels;
  }

  @QueryMapping
  Mono<List<Channel>> channels(@ContextValue Viewer viewer) {
    return channels.all(viewer.organization(), viewer.scope());
  }

  @Override
  public NodeType type() {
    return NodeType.CHANNEL;
  }

  @Override
  public Mono<Map<Long, Channel>> find(Viewer viewer, Set<Long> numbers) {
    return channels.byIds(viewer.organization(), viewer.scope(), numbers);
  }

  @Bean
  static IdFields<Channel> channelIds() {
    return new IdFields<>(NodeType.CHANNEL, Channel.class, Channel::id);
  }
}
