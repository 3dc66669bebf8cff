package io.outlay.api.spendimport;

import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.ingestion.spendimport.SpendImports;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Imports by id. */
@Component
class SpendImportNodes implements NodeSource {

  private final Jobs jobs;

  SpendImportNodes(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public NodeType type() {
    return NodeType.SPEND_IMPORT;
  }

  @Override
  public Mono<Map<Long, SpendImportView>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.PARTNER
        ? Mono.just(Map.of())
        : jobs.byIds(viewer.organization(), viewer.scope(), numbers)
            .filter(job -> job.kind().equals(SpendImports.KIND))
            .collectMap(Job::id, SpendImportView::of);
  }
}
