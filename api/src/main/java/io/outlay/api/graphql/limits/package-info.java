/** How large and how dear an operation may be, judged before it runs. */
@NullMarked
package io.outlay.api.graphql.limits;

import org.jspecify.annotations.NullMarked;
