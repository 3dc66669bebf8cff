/** Decides what is done about users, always with a control group, and tells what came of it. */
@NullMarked
package io.outlay.scoring.action;

import org.jspecify.annotations.NullMarked;
