/** Imports of spend files: uploads, jobs and what was found. */
@NullMarked
package io.outlay.api.spendimport;

import org.jspecify.annotations.NullMarked;
