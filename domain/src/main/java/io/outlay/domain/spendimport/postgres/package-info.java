/** What an import looks up and labels in PostgreSQL. */
@NullMarked
package io.outlay.domain.spendimport.postgres;

import org.jspecify.annotations.NullMarked;
