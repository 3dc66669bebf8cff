package io.outlay.api.graphql.limits;

/**
 * What a selection holds, fragments counted where they are used. Sums stop at {@link #MOST}, so
 * that fragments which double each other cannot overflow them.
 *
 * @param depth deepest nesting of fields
 * @param aliases number of aliases
 * @param fields number of fields outside introspection
 * @param introspected number of fields below {@code __schema} and {@code __type}
 * @param directives number of directives
 */
record Size(long depth, long aliases, long fields, long introspected, long directives) {

  static final Size NOTHING = new Size(0, 0, 0, 0, 0);

  private static final long MOST = 1_000_000_000L;

  /** Both side by side. */
  Size beside(Size other) {
    return new Size(
        Math.max(depth, other.depth),
        sum(aliases, other.aliases),
        sum(fields, other.fields),
        sum(introspected, other.introspected),
        sum(directives, other.directives));
  }

  private static long sum(long left, long right) {
    return Math.min(MOST, left + right);
  }
}
