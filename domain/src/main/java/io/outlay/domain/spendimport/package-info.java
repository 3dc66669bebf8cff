/** What is stored already where an imported file wants to go. */
@NullMarked
package io.outlay.domain.spendimport;

import org.jspecify.annotations.NullMarked;
