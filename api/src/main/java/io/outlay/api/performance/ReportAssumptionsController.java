package io.outlay.api.performance;

import io.outlay.api.organization.RoiAssumptionView;
import io.outlay.api.organization.RoiAssumptions;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What a report assumed. */
@Controller
class ReportAssumptionsController {

  private final RoiAssumptions views;

  ReportAssumptionsController(RoiAssumptions views) {
    this.views = views;
  }

  @SchemaMapping(typeName = "PerformanceReport")
  Mono<List<RoiAssumptionView>> assumptions(Report report, @ContextValue Viewer viewer) {
    return views.show(viewer, report.answer().assumptions());
  }
}
