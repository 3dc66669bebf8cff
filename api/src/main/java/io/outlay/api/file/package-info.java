/** Files in and out over plain HTTP: who sends or fetches them, and how refusals look. */
@NullMarked
package io.outlay.api.file;

import org.jspecify.annotations.NullMarked;
