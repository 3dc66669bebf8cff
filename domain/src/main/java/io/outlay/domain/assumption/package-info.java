/** Dated assumptions that turn media spend into cost and value into what is kept. */
@NullMarked
package io.outlay.domain.assumption;

import org.jspecify.annotations.NullMarked;
