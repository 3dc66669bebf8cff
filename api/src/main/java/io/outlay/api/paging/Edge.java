package io.outlay.api.paging;

/** An element of a page with its place in the list. */
public record Edge<T>(String cursor, T node) {}
