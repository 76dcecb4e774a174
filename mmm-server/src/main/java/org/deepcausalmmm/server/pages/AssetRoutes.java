package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.PUBLIC;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.deepcausalmmm.report.html.Assets;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;

/** Style sheets, scripts and images of the pages, all from the server's own class path. */
public final class AssetRoutes implements RouteGroup {
  private static final String HOME = "/org/deepcausalmmm/server/web/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("app.css", STYLE),
          Map.entry("pico.css", STYLE),
          Map.entry("app.js", SCRIPT),
          Map.entry("data.js", SCRIPT),
          Map.entry("plan.js", SCRIPT),
          Map.entry("settings.js", SCRIPT),
          Map.entry("model.js", SCRIPT),
          Map.entry("admin.js", SCRIPT),
          Map.entry("charts.js", SCRIPT),
          Map.entry("htmx.js", SCRIPT),
          Map.entry("sse.js", SCRIPT),
          Map.entry("echarts.js", SCRIPT),
          Map.entry("chevron.svg", "image/svg+xml"),
          Map.entry("check.svg", "image/svg+xml"),
          Map.entry("mark.svg", "image/svg+xml"),
          Map.entry("sample.csv", "text/csv; charset=utf-8"));
  private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

  /** A file and the version that its address carries. */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  private record Asset(byte[] bytes, String version) {}

  @Inject
  AssetRoutes() {}

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/assets/{file}", PUBLIC, AssetRoutes::file));
  }

  /** Returns the address of a file, which changes with its content. */
  public static String place(String name) {
    return "/assets/" + name + "?v=" + asset(name).version();
  }

  private static void file(Exchange exchange) {
    String name = exchange.part("file");
    String type = TYPES.get(name);
    if (type == null) {
      throw Exchange.absent("file", name);
    }
    Asset asset = asset(name);
    if (!exchange.unchanged(asset.version())) {
      exchange.bytes(type, asset.bytes());
    }
    if (exchange.query("v").filter(asset.version()::equals).isPresent()) {
      exchange.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
  }

  private static Asset asset(String name) {
    return KNOWN.computeIfAbsent(
        name,
        key -> {
          byte[] bytes = bytes(key);
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          return new Asset(bytes, Ids.sha256(text).substring(0, 16));
        });
  }

  private static byte[] bytes(String name) {
    return switch (name) {
      case "echarts.js" -> utf8(Assets.library());
      case "charts.js" ->
          utf8(Assets.charts() + new String(read(HOME + name), StandardCharsets.UTF_8));
      case "htmx.js", "sse.js", "pico.css" -> read("/" + libraries().getProperty(name));
      default -> read(HOME + name);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Properties libraries() {
    Properties properties = new Properties();
    String text = new String(read(HOME + "libraries.properties"), StandardCharsets.UTF_8);
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }

  private static byte[] read(String resource) {
    try (InputStream in = AssetRoutes.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource + " is not on the class path").readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
