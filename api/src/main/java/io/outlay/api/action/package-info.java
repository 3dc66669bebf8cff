/** Rules by which something is done about users, and their decisions. */
@NullMarked
package io.outlay.api.action;

import org.jspecify.annotations.NullMarked;
