/** Events of users by calls and files, and the removal of users. */
@NullMarked
package io.outlay.api.userevent;

import org.jspecify.annotations.NullMarked;
