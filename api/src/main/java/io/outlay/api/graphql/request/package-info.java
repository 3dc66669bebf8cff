/** What a request says, whatever it came by: who sent it and which operation it asks for. */
@NullMarked
package io.outlay.api.graphql.request;

import org.jspecify.annotations.NullMarked;
