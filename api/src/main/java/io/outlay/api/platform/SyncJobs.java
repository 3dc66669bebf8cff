package io.outlay.api.platform;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Jobs behind fetched periods: a page has a handful of them. */
@Controller
class SyncJobs {

  private final Jobs jobs;

  SyncJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  @BatchMapping(typeName = "AdAccountSync")
  Mono<Map<SyncView, Job>> job(List<SyncView> syncs, @ContextValue Viewer viewer) {
    Set<Long> ids = syncs.stream().map(SyncView::jobId).collect(Collectors.toSet());
    return jobs.byIds(viewer.organization(), viewer.scope(), ids)
        .collectMap(Job::id)
        .map(
            found ->
                syncs.stream()
                    .filter(sync -> found.containsKey(sync.jobId()))
                    .distinct()
                    .collect(Collectors.toMap(sync -> sync, sync -> found.get(sync.jobId()))));
  }
}
