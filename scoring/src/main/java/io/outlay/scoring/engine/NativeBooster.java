package io.outlay.scoring.engine;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import ml.dmlc.xgboost4j.java.XgboostNative;

/**
 * A booster's address, used by many readers and freed once. It must not refer to the engine, or the
 * cleaner would never find the engine unreachable.
 */
final class NativeBooster implements Runnable {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final long handle;
  private boolean freed;

  private NativeBooster(long handle) {
    this.handle = handle;
  }

  static NativeBooster load(byte[] file) {
    NativeBooster booster = new NativeBooster(XgboostNative.createBooster());
    try {
      XgboostNative.load(booster.handle, file);
      // Parallelism comes from concurrent requests; threads inside one call only fight over cores.
      XgboostNative.setParameter(booster.handle, "nthread", "1");
      XgboostNative.setParameter(booster.handle, "verbosity", "0");
      return booster;
    } catch (IllegalStateException e) {
      booster.run();
      throw e;
    }
  }

  <T> T use(LongFunction<T> work) {
    lock.readLock().lock();
    try {
      if (freed) {
        throw new IllegalStateException("the model is closed");
      }
      return work.apply(handle);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Frees the booster when no prediction runs any more. */
  @Override
  public void run() {
    lock.writeLock().lock();
    try {
      if (!freed) {
        freed = true;
        XgboostNative.freeBooster(handle);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
