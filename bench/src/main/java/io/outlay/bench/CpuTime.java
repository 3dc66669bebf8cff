package io.outlay.bench;

/** CPU time in milliseconds, of the server alone and of its PostgreSQL. */
record CpuTime(double server, double database) {

  static CpuTime now(ProcessCpu cpu) {
    return new CpuTime(cpu.own().toNanos() / 1e6, cpu.postgres().toNanos() / 1e6);
  }

  CpuTime minus(CpuTime other) {
    return new CpuTime(server - other.server, database - other.database);
  }

  CpuTime times(double factor) {
    return new CpuTime(server * factor, database * factor);
  }

  CpuTime dividedBy(double parts) {
    return times(1 / parts);
  }

  @Override
  public String toString() {
    return "server %.1f, database %.1f".formatted(server, database);
  }
}
