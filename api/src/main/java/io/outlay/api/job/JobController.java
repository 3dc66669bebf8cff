package io.outlay.api.job;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.graphql.paging.GlobalId;
import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobChanges;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Jobs of the caller's organization. */
@Controller
class JobController implements NodeSource {

  private final Jobs jobs;
  private final JobChanges changes;
  private final Cursors cursors;

  JobController(Jobs jobs, JobChanges changes, Cursors cursors) {
    this.jobs = jobs;
    this.changes = changes;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Job> job(@Argument String id, @ContextValue Viewer viewer) {
    OptionalLong number = GlobalId.numberOf(NodeType.JOB.typeName(), id);
    return number.isEmpty()
        ? Mono.empty()
        : jobs.find(viewer.organization(), viewer.scope(), number.getAsLong());
  }

  @QueryMapping
  Mono<Connection<Job>> jobs(
      @Argument @Nullable Filter filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(viewer.organization(), "jobs", environment.getArguments());
    JobFilter wanted = filter == null ? JobFilter.ALL : filter.toFilter();
    return jobs.newest(
            viewer.organization(),
            viewer.scope(),
            wanted,
            page.numberBefore(cursors).orElse(null),
            page.first() + 1)
        .collectList()
        .map(read -> Connection.byNumber(read, page, cursors, Job::id));
  }

  /** The job now and whenever it has moved, until it ends; steps in between may be missed. */
  @SubscriptionMapping
  Flux<Job> jobProgressed(@Argument String id, @ContextValue Viewer viewer) {
    return job(id, viewer)
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such job.")))
        .flatMapMany(
            known ->
                changes
                    .of(viewer.organization(), known.id())
                    .concatMap(moved -> job(id, viewer), 1))
        .distinctUntilChanged()
        .takeUntil(Job::isFinished);
  }

  @Override
  public NodeType type() {
    return NodeType.JOB;
  }

  @Override
  public Mono<Map<Long, Job>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.PARTNER
        ? Mono.just(Map.of())
        : jobs.byIds(viewer.organization(), viewer.scope(), numbers).collectMap(Job::id);
  }

  @Bean
  static IdFields<Job> jobIds() {
    return new IdFields<>(NodeType.JOB, Job.class, Job::id);
  }

  /** Conditions on jobs as a caller names them. */
  record Filter(@Nullable List<String> kinds, @Nullable List<JobState> states) {

    JobFilter toFilter() {
      return new JobFilter(
          kinds == null ? Set.of() : Set.copyOf(kinds),
          states == null ? Set.of() : Set.copyOf(states));
    }
  }
}
