package org.deepcausalmmm.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.deepcausalmmm.core.fit.Progress;
import org.jspecify.annotations.Nullable;

/** The plugin of Spark that carries progress from executors to the driver. */
public final class ProgressPlugin implements SparkPlugin {
  private static final Map<String, Progress> LISTENERS = new ConcurrentHashMap<>();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static volatile @Nullable PluginContext executor;

  /** Creates the plugin; Spark does this in the driver and in each executor. */
  public ProgressPlugin() {}

  /** Lets a listener receive the progress that is sent under a key. */
  static void listen(String id, Progress progress) {
    LISTENERS.put(id, progress);
  }

  /** Forgets a listener. */
  static void forget(String id) {
    LISTENERS.remove(id);
  }

  /** Sends progress to the driver; what cannot be sent is lost. */
  static void send(ProgressMessage message) {
    PluginContext context = executor;
    if (context != null) {
      try {
        context.send(message);
      } catch (IOException e) {
        // Progress is not worth a fit.
      }
    }
  }

  private static void receive(ProgressMessage message) {
    Progress progress = LISTENERS.get(message.id());
    if (progress == null) {
      return;
    }
    try {
      JsonNode node = JSON.readTree(message.line());
      progress.report(
          node.path("stage").asText(),
          node.path("done").asInt(),
          node.path("total").asInt(),
          node.path("loss").asDouble(Double.NaN));
    } catch (JsonProcessingException e) {
      // A line that was cut: the next one comes.
    }
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new DriverPlugin() {
      @Override
      public @Nullable Object receive(Object message) {
        if (message instanceof ProgressMessage progress) {
          ProgressPlugin.receive(progress);
        }
        return null;
      }
    };
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void init(PluginContext context, Map<String, String> configuration) {
        executor = context;
      }
    };
  }
}
