/** What tests of every module need of the domain: a migrated database with organizations in it. */
@NullMarked
package io.outlay.domain.test;

import org.jspecify.annotations.NullMarked;
