/**
 * Made-up users of a game, what they do and what they will do: their true chances are known, so
 * that it can be told how good a model could be at best.
 */
@NullMarked
package io.outlay.ingestion.simulator.user;

import org.jspecify.annotations.NullMarked;
