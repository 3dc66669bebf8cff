package io.outlay.api.security;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Organizations, their tokens and the audit log; shared by the server and the command line. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

  @Bean
  AuditLog auditLog(Database database) {
    return new AuditLog(database);
  }

  @Bean
  Organizations organizations(Database database, AuditLog audit) {
    return new Organizations(database, audit);
  }

  @Bean
  ApiTokens apiTokens(Database database, AuditLog audit) {
    return new ApiTokens(database, audit);
  }
}
