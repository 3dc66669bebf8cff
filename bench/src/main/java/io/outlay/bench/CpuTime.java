package io.outlay.bench;

/**
 * CPU time in milliseconds.
 *
 * @param server of the server without its compiler
 * @param compiler of the threads that compile bytecode
 * @param database of the server's PostgreSQL
 */
record CpuTime(double server, double compiler, double database) {

  static CpuTime now(ProcessCpu cpu) {
    return new CpuTime(
        cpu.own().toNanos() / 1e6, cpu.compiler().toNanos() / 1e6, cpu.postgres().toNanos() / 1e6);
  }

  CpuTime minus(CpuTime other) {
    return new CpuTime(server - other.server, compiler - other.compiler, database - other.database);
  }

  CpuTime times(double factor) {
    return new CpuTime(server * factor, compiler * factor, database * factor);
  }

  CpuTime dividedBy(double parts) {
    return times(1 / parts);
  }

  @Override
  public String toString() {
    return "server %.1f, compiler %.1f, database %.1f".formatted(server, compiler, database);
  }
}
