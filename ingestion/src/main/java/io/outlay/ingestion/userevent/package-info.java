/**
 * Events of users on their way in: read and checked the same whether they come by a call, a file or
 * the log.
 */
@NullMarked
package io.outlay.ingestion.userevent;

import org.jspecify.annotations.NullMarked;
