package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of the system, driven by its own driver; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
  private static final long PATIENCE_MILLIS = 20_000;

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    try (InputStream in = Browser.class.getResourceAsStream("/axe/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether the system has Chromium and its driver. */
  static boolean isThere() {
    return program("chromedriver").isPresent() && chromium().isPresent();
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> program(name).stream())
        .findFirst();
  }

  private static Optional<Path> program(String name) {
    return PLACES.stream().map(p -> Path.of(p, name)).filter(Files::isExecutable).findFirst();
  }

  static Browser open() {
    SELENIUM.setLevel(Level.SEVERE); // It warns of every release of Chromium that is newer.
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-extensions",
        "--disable-sync",
        "--no-first-run");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  void go(String address) {
    driver.get(address);
  }

  /** Sets the size of the window and whether the system is dark. */
  void look(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Empties the cache. */
  void forget() {
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
  }

  /** Lets pages run scripts, or not. */
  void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  String path() {
    return driver.getCurrentUrl().replaceFirst("https?://[^/]+", "");
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits for an element and returns it. */
  WebElement find(String selector) {
    await("no " + selector, () -> !all(selector).isEmpty());
    return all(selector).get(0);
  }

  /** Clicks the link or button of this text, if the page has it now. */
  void clickIfThere(String text) {
    driver.findElements(linkOrButton(text)).stream().limit(1).forEach(WebElement::click);
  }

  private static By linkOrButton(String text) {
    return By.xpath("//*[self::a or self::button][normalize-space()='" + text + "']");
  }

  /** Clicks the link or button of this text. */
  void click(String text) {
    By place = linkOrButton(text);
    await("no link or button " + text, () -> !driver.findElements(place).isEmpty());
    WebElement element = driver.findElement(place);
    run("arguments[0].scrollIntoView({block:'center'})", element);
    element.click();
  }

  /** Sends keys to whatever has the focus. */
  void keys(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** Waits until something holds. */
  void await(String otherwise, java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (!holdsNow(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise + " on " + path() + ":\n" + text());
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(otherwise, e);
      }
    }
  }

  private static boolean holdsNow(java.util.function.BooleanSupplier holds) {
    try {
      return holds.getAsBoolean();
    } catch (org.openqa.selenium.WebDriverException e) {
      return false; // The page changes just now.
    }
  }

  /** Returns what the console complained of since the last time. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Returns the serious and critical findings of axe on the page. */
  String barriers() {
    run(axe);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(r => done(r.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary)
                .join(' | ')).join('\\n')));
            """);
    return String.valueOf(found);
  }

  /** Returns by how many pixels the page is wider than a window of this width. */
  long excessWidth(int width) {
    // On a phone the window itself grows with what does not fit.
    Object widest = run("return Math.max(document.documentElement.scrollWidth, innerWidth)");
    return ((Number) Objects.requireNonNull(widest)).longValue() - width;
  }

  /** Requires that a page fits the window, shuts nobody out, and leaves the console clean. */
  void check(String place, int width, boolean dark) {
    look(width, dark);
    go(place);
    find("footer");
    await("charts are missing", this::drawn);
    assertThat(excessWidth(width)).as("wider than the window: " + place).isNotPositive();
    assertThat(barriers()).as(place + (dark ? ", dark" : "")).isEmpty();
    assertThat(complaints()).as(place).isEmpty();
  }

  /** Returns whether every chart of the page is drawn. */
  boolean drawn() {
    return all("[data-chart]").size() <= all("canvas").size();
  }

  /** Writes a picture of the whole page, up to a height. */
  void wholePicture(Path file, int width, int most) throws IOException {
    Object height = run("return document.documentElement.scrollHeight");
    int whole = ((Number) Objects.requireNonNull(height)).intValue();
    picture(file, width, Math.min(most, whole));
  }

  /** Writes a picture of the upper part of the page. */
  void picture(Path file, int width, int height) throws IOException {
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip))
            .get("data");
    Files.write(file, java.util.Base64.getDecoder().decode(String.valueOf(data)));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
