/** What is known of an ad account that is connected to its platform: access, mapping and basis. */
@NullMarked
package io.outlay.domain.platform;

import org.jspecify.annotations.NullMarked;
