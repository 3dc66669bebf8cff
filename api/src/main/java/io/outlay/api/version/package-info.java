/** What an answer made of versioned data depends on, as the response cache and ETags ask for it. */
@NullMarked
package io.outlay.api.version;

import org.jspecify.annotations.NullMarked;
