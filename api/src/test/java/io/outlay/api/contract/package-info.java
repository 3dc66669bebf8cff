/** Tests that the schema, the domain and the clients' operations say the same. */
@NullMarked
package io.outlay.api.contract;

import org.jspecify.annotations.NullMarked;
