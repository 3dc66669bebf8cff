/** What models know of users, as data, and features that are computed elsewhere. */
@NullMarked
package io.outlay.api.riskfeature;

import org.jspecify.annotations.NullMarked;
