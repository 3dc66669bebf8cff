package io.outlay.domain.audit;

import io.outlay.domain.organization.OrganizationId;
import reactor.util.context.Context;

/** What lines of the log tell beside their text, carried in the Reactor context. */
public final class LogContext {

  /** Key of the organization's number, in the Reactor context and in the logs' MDC. */
  public static final String ORGANIZATION = "organization";

  /** Key of the job's number, in the same places. */
  public static final String JOB = "job";

  private LogContext() {}

  /** A context in which lines tell the organization. */
  public static Context in(Context context, OrganizationId organization) {
    return context.put(ORGANIZATION, organization.toString());
  }

  /** A context in which lines tell the job and its organization. */
  public static Context in(Context context, OrganizationId organization, long job) {
    return in(context, organization).put(JOB, Long.toString(job));
  }
}
