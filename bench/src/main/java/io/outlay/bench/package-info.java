/** Benchmarks: what a request and an import cost, by a command anyone can run again. */
@NullMarked
package io.outlay.bench;

import org.jspecify.annotations.NullMarked;
