package io.outlay.api.user;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Users by their ids. */
@Configuration(proxyBeanMethods = false)
class UserNodes {

  @Bean
  NodeSource userSource(Users users) {
    return new Source(users);
  }

  @Bean
  IdFields<User> userIds() {
    return new IdFields<>(NodeType.USER, User.class, User::id);
  }

  private record Source(Users users) implements NodeSource {

    @Override
    public NodeType type() {
      return NodeType.USER;
    }

    @Override
    public Mono<Map<Long, User>> find(Viewer viewer, Set<Long> numbers) {
      return viewer.role() == Role.PARTNER || !viewer.scope().isEverything()
          ? Mono.just(Map.of())
          : users.byIds(viewer.organization(), numbers);
    }
  }
}
