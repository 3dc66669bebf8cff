/** The metric dictionary. */
@NullMarked
package io.outlay.api.metric;

import org.jspecify.annotations.NullMarked;
