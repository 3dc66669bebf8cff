/** What is done about users by what models say of them, and what comes of it. */
@NullMarked
package io.outlay.domain.action;

import org.jspecify.annotations.NullMarked;
