/** The audit log as rows that are only ever added. */
@NullMarked
package io.outlay.domain.audit.postgres;

import org.jspecify.annotations.NullMarked;
