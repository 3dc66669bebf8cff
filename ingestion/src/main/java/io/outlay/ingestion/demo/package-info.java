/** Generated exports of companies that do not exist, for a first look and for the tour. */
@NullMarked
package io.outlay.ingestion.demo;

import org.jspecify.annotations.NullMarked;
