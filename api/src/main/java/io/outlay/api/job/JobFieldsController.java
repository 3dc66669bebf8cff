package io.outlay.api.job;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobProgress;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of a job that are put together. */
@Controller
class JobFieldsController {

  private final InstantSource clock;

  JobFieldsController(InstantSource clock) {
    this.clock = clock;
  }

  @SchemaMapping(typeName = "Job")
  JobProgress progress(Job job) {
    return new JobProgress(job.done(), job.total());
  }

  @SchemaMapping(typeName = "Job")
  @Nullable Integer etaSeconds(Job job) {
    OptionalLong seconds = job.etaSeconds(clock.instant());
    return seconds.isEmpty()
        ? null
        : (Integer) (int) Math.min(Integer.MAX_VALUE, seconds.getAsLong());
  }

  @SchemaMapping(typeName = "Job")
  @Nullable JobError error(Job job) {
    return job.errorCode() == null || job.errorMessage() == null
        ? null
        : new JobError(job.errorCode(), job.errorMessage());
  }

  /** Why a job failed. */
  record JobError(String code, String message) {}
}
