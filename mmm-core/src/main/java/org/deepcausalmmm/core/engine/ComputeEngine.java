package org.deepcausalmmm.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;

/**
 * The tensor engine, with gradients.
 *
 * <p>The engine is started once in a JVM, by this class. DJL searches for engines once, with the
 * context class loader of the first thread that uses it, and it reports starts to its makers unless
 * opted out; both are set here before the first use.
 */
public final class ComputeEngine {
  private static final Object LOCK = new Object();
  private static final int ATTEMPTS = 30;

  private final NDManager manager;
  private final Device device;

  private ComputeEngine(NDManager manager, Device device) {
    this.manager = manager;
    this.device = device;
  }

  /**
   * Returns the engine, started if necessary.
   *
   * @param device {@code cpu}, or {@code gpu0} and so on
   * @param threads number of threads of an operation, capped at the number of processors
   * @throws MmmException MMM-SYSTEM-010 if the native library is missing, MMM-CONFIG-090 if there
   *     is no such device
   */
  public static ComputeEngine start(String device, int threads) {
    synchronized (LOCK) {
      System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
      System.setProperty("OPT_OUT_TRACKING", "true");
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(ComputeEngine.class.getClassLoader());
      try {
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(Math.min(threads, Runtime.getRuntime().availableProcessors()));
        Device chosen = Device.fromName(device, engine);
        if (chosen.isGpu() && engine.getGpuCount() <= chosen.getDeviceId()) {
          throw CoreCode.NO_SUCH_DEVICE.error(
              "fit.device is '%s', but the engine sees %d GPUs."
                  .formatted(device, engine.getGpuCount()),
              "Use 'cpu', or install PyTorch with CUDA and set PYTORCH_LIBRARY_PATH and"
                  + " PYTORCH_FLAVOR.");
        }
        return new ComputeEngine(engine.newBaseManager(chosen), chosen);
      } catch (EngineException | UnsatisfiedLinkError | NoClassDefFoundError e) {
        throw CoreCode.NO_NATIVE_LIBRARY.error(
            "The native library of PyTorch for this platform is missing or does not load: "
                + e.getMessage(),
            "Add ai.djl.pytorch:pytorch-native-cpu with the classifier of your platform (for"
                + " example linux-x86_64) and ai.djl.pytorch:pytorch-jni to the class path.",
            e);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  /** Returns a manager for arrays that live until it is closed. */
  public NDManager newManager() {
    return manager.newSubManager(device);
  }

  /** Runs a computation and frees every array that it created, so that none may be returned. */
  public <T> T scoped(Function<NDManager, T> computation) {
    try (NDScope scope = new NDScope();
        NDManager step = newManager()) {
      scope.suppressNotUsedWarning();
      return computation.apply(step);
    }
  }

  /** A gradient, and a further result of the computation. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Gradient<T>(double[] values, T result) {}

  /** A scalar to differentiate, and a further result. */
  public record ScalarResult<T>(NDArray value, Supplier<T> result) {}

  /**
   * Returns the gradient of a scalar.
   *
   * <p>DJL passes numbers such as the 2 in {@code x.mul(2)} to PyTorch in a direct buffer that it
   * does not keep a reference to. PyTorch reads it again in the backward pass, when a garbage
   * collection may have freed it: the gradient is then silently wrong. A computation during which
   * garbage was collected is therefore repeated. A weakly referenced object that is created before
   * any of the buffers detects it: no collection frees a buffer and leaves that object.
   *
   * @param at the point
   * @param type the precision
   * @param function from a vector [n] to the scalar; without effects, as it may be called again
   * @throws MmmException MMM-SYSTEM-011 if each attempt was disturbed
   */
  public <T> Gradient<T> gradient(
      double[] at, DataType type, Function<NDArray, ScalarResult<T>> function) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      WeakReference<Object> canary = new WeakReference<>(new Object());
      Gradient<T> gradient = undisturbed(at, type, function);
      if (canary.get() != null) {
        return gradient;
      }
    }
    throw CoreCode.DISTURBED_GRADIENT.error(
        "Garbage collections interrupted all %d attempts at a gradient.".formatted(ATTEMPTS),
        "Give Java more memory, for example with JAVA_TOOL_OPTIONS=-Xmx4g.");
  }

  private <T> Gradient<T> undisturbed(
      double[] at, DataType type, Function<NDArray, ScalarResult<T>> function) {
    synchronized (LOCK) { // DJL allows one gradient collector at a time
      return scoped(
          step -> {
            NDArray variable = vector(step, at, type);
            variable.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
              ScalarResult<T> scalar = function.apply(variable);
              collector.backward(scalar.value());
              return new Gradient<>(doubles(variable.getGradient()), scalar.result().get());
            }
          });
    }
  }

  /** Returns a vector of the given precision. */
  public static NDArray vector(NDManager manager, double[] values, DataType type) {
    return array(manager, values, type, new Shape(values.length));
  }

  /** Returns an array of the given precision and shape. */
  public static NDArray array(NDManager manager, double[] values, DataType type, Shape shape) {
    if (type == DataType.FLOAT64) {
      return manager.create(values, shape);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return manager.create(floats, shape);
  }

  /** Returns the elements of an array of either precision, in row-major order. */
  public static double[] doubles(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] floats = array.toFloatArray();
    double[] values = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      values[i] = floats[i];
    }
    return values;
  }
}
