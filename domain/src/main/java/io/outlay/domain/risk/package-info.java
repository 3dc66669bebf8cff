/**
 * Which users will cheat, leave, or buy for the first time: models, scores and what became true.
 */
@NullMarked
package io.outlay.domain.risk;

import org.jspecify.annotations.NullMarked;
