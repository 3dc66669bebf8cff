package io.outlay.api.node;

import io.outlay.api.graphql.paging.GlobalId;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Objects by id: one look-up for each type among them, however many are asked. */
@Controller
class NodeController {

  private static final int MOST = 500;

  private final Map<NodeType, NodeSource> sources = new EnumMap<>(NodeType.class);

  NodeController(List<NodeSource> sources) {
    sources.forEach(source -> this.sources.put(source.type(), source));
  }

  @QueryMapping
  Mono<Object> node(@Argument String id, @ContextValue Viewer viewer) {
    return nodes(List.of(id), viewer).flatMap(found -> Mono.justOrEmpty(found.getFirst()));
  }

  @QueryMapping
  Mono<List<@Nullable Object>> nodes(@Argument List<String> ids, @ContextValue Viewer viewer) {
    if (ids.size() > MOST) {
      throw BadRequest.of("ids", ids.size() + " ids", "at most " + MOST);
    }
    List<Optional<GlobalId>> asked = ids.stream().map(GlobalId::parse).toList();
    return Flux.fromIterable(byType(asked).entrySet())
        .flatMap(entry -> find(viewer, entry.getKey(), entry.getValue()))
        .collect(HashMap<GlobalId, Object>::new, Map::putAll)
        .map(found -> inOrder(asked, found));
  }

  private static Map<NodeType, Set<Long>> byType(List<Optional<GlobalId>> asked) {
    Map<NodeType, Set<Long>> numbers = new EnumMap<>(NodeType.class);
    for (GlobalId id : asked.stream().flatMap(Optional::stream).toList()) {
      NodeType.ofName(id.type())
          .ifPresent(
              type ->
                  numbers.computeIfAbsent(type, first -> new LinkedHashSet<>()).add(id.number()));
    }
    return numbers;
  }

  private Mono<Map<GlobalId, Object>> find(Viewer viewer, NodeType type, Set<Long> numbers) {
    NodeSource source = sources.get(type);
    return source == null
        ? Mono.empty()
        : source.find(viewer, numbers).map(found -> withGlobalIds(type, found));
  }

  private static Map<GlobalId, Object> withGlobalIds(NodeType type, Map<Long, ?> found) {
    Map<GlobalId, Object> named = new HashMap<>();
    found.forEach((number, object) -> named.put(new GlobalId(type.typeName(), number), object));
    return named;
  }

  private static List<@Nullable Object> inOrder(
      List<Optional<GlobalId>> asked, Map<GlobalId, Object> found) {
    List<@Nullable Object> objects = new ArrayList<>();
    asked.forEach(id -> objects.add(id.map(found::get).orElse(null)));
    return objects;
  }
}
