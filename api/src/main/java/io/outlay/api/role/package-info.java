/** Which parts of Outlay this process runs. */
@NullMarked
package io.outlay.api.role;

import org.jspecify.annotations.NullMarked;
