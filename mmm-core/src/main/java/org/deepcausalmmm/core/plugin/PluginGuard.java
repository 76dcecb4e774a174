package org.deepcausalmmm.core.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of a factory of an isolated plugin and of every component that it creates.
 *
 * <p>It sets the thread's context class loader to the plugin's during a call, because libraries
 * search for their parts there, and explains linkage errors and exceptions that a component throws
 * during a fit.
 */
final class PluginGuard implements InvocationHandler {
  private final Object target;
  private final ClassLoader loader;
  private final Function<Throwable, MmmException> explain;

  private PluginGuard(
      Object target, ClassLoader loader, Function<Throwable, MmmException> explain) {
    this.target = target;
    this.loader = loader;
    this.explain = explain;
  }

  /**
   * Returns a guarded factory.
   *
   * @param explain explains a linkage error, or an exception of a component
   */
  static ComponentFactory<?> of(
      ComponentFactory<?> factory, ClassLoader loader, Function<Throwable, MmmException> explain) {
    return (ComponentFactory<?>) new PluginGuard(factory, loader, explain).proxy();
  }

  private Object proxy() {
    Class<?>[] interfaces = shared(target.getClass()).toArray(Class<?>[]::new);
    return Proxy.newProxyInstance(PluginGuard.class.getClassLoader(), interfaces, this);
  }

  /** Returns the interfaces of mmm-api that a class implements. */
  private static Set<Class<?>> shared(Class<?> type) {
    Set<Class<?>> shared = new LinkedHashSet<>();
    for (Class<?> t = type; t != null; t = t.getSuperclass()) {
      for (Class<?> candidate : t.getInterfaces()) {
        if (candidate.getPackage() == Component.class.getPackage()) {
          shared.add(candidate);
        } else {
          shared.addAll(shared(candidate));
        }
      }
    }
    return shared;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
      return target.equals(unguarded(arguments[0]));
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return guarded(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof LinkageError || isFailure(cause) ? explain.apply(cause) : cause;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns whether a component failed; exceptions of a factory are explained by its caller. */
  private boolean isFailure(Throwable cause) {
    return target instanceof Component
        && cause instanceof RuntimeException
        && !(cause instanceof MmmException);
  }

  private @Nullable Object guarded(@Nullable Object result) {
    if (result instanceof Component) {
      return new PluginGuard(result, loader, explain).proxy();
    }
    if (result instanceof Optional<?> optional) {
      return optional.map(this::guarded);
    }
    return result;
  }

  private static @Nullable Object unguarded(@Nullable Object object) {
    return object != null
            && Proxy.isProxyClass(object.getClass())
            && Proxy.getInvocationHandler(object) instanceof PluginGuard guard
        ? guard.target
        : object;
  }
}
