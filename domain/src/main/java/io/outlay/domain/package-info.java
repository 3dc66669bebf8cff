/**
 * The company's knowledge: one package per business word, pure rules first, SQL in {@code postgres}
 * sub-packages.
 */
@NullMarked
package io.outlay.domain;

import org.jspecify.annotations.NullMarked;
