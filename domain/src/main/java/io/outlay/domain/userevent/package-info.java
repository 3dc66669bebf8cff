/** What a company's users did, as the company itself recorded it. */
@NullMarked
package io.outlay.domain.userevent;

import org.jspecify.annotations.NullMarked;
