/**
 * The metric dictionary: each metric once, as data from which SQL, answers and explanations come.
 */
@NullMarked
package io.outlay.domain.metric;

import org.jspecify.annotations.NullMarked;
