/** The pages in a browser: start page and GraphiQL, static and without any data. */
@NullMarked
package io.outlay.api.pages;

import org.jspecify.annotations.NullMarked;
