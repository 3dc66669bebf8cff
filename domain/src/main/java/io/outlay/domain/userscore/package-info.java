/** The latest scores of users, and how their bands changed. */
@NullMarked
package io.outlay.domain.userscore;

import org.jspecify.annotations.NullMarked;
