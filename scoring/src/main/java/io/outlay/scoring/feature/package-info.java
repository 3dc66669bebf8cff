/** What models know of a user: each feature declared once, for training and for serving. */
@NullMarked
package io.outlay.scoring.feature;

import org.jspecify.annotations.NullMarked;
