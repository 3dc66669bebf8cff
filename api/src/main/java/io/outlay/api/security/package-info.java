/** Who may ask, and what: tokens, roles, and how a refusal is told. */
@NullMarked
package io.outlay.api.security;

import org.jspecify.annotations.NullMarked;
