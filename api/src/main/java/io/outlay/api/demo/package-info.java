/**
 * Fills the default profile with two companies to look at: their ad accounts are collected from
 * played platforms over the same way as anybody's, and one channel comes by file.
 */
@NullMarked
package io.outlay.api.demo;

import org.jspecify.annotations.NullMarked;
