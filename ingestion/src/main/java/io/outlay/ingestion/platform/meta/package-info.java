/** Meta's Marketing API: accounts, campaigns and insights. */
@NullMarked
package io.outlay.ingestion.platform.meta;

import org.jspecify.annotations.NullMarked;
