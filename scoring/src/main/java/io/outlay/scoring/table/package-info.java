/** Any CSV table as typed columns, and the folds its rows fall into. */
@NullMarked
package io.outlay.scoring.table;

import org.jspecify.annotations.NullMarked;
