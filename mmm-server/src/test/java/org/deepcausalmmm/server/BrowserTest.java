package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.JobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages in a real browser, by mouse and by keyboard, under the policy of the server. */
class BrowserTest {
  private static final String NASTY = "<b>\"Kaffee & 'Tee'</b> ماركة " + "x".repeat(160);

  private static final String NUMBERS =
      "const read = window.mmmPages.number; const html = document.documentElement;"
          + "const point = [read('1,234.5')]; html.dataset.decimal = ',';"
          + "return point.concat(['1.234,5', '1.500', '0.5', '12 345'].map(read));";

  @TempDir private static Path directory;
  private static Path sources;
  private static MmmServer server;
  private static FixtureExecutor executor;
  private static Browser browser;
  private static Client owner;
  private static String project;
  private static String data;
  private static String run;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(
        Browser.isThere(),
        "Chromium and its driver are not installed: the pages are not tried in a browser.");
    executor = new FixtureExecutor(FixtureExecutor.files());
    sources = Files.createDirectory(directory.resolve("sources"));
    server =
        MmmServer.builder()
            .data(directory.resolve("data"))
            .port(0)
            .executor(executor)
            .sources(new SourceSettings(List.of(sources), Map.of()))
            .start();
    browser = Browser.open();
    browser.look(1440, false);
    browser.go(server.loginLink().orElseThrow());
    browser.go(server.address() + "/");
    owner = Client.token(server, "admin");
    project = owner.project(NASTY);
    data = owner.upload(project, "sales%20%3Ci%3E.csv", csv()).replaceAll(".*/", "");
    run = started("runs", Json.object().put("dataset", data).put("name", NASTY));
    browser.complaints();
  }

  private static String csv() throws IOException {
    return Files.readString(FixtureExecutor.files().resolve("data.csv"));
  }

  /** Starts a job and waits for its result. */
  private static String started(String list, JsonNode body) {
    String job = owner.post(project + "/" + list, body).json().get("id").asText();
    Servers.finished(owner, project, job);
    return job;
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      executor.release();
      server.close();
    }
  }

  @AfterEach
  void theConsoleIsClean() {
    assertThat(browser.complaints()).isEmpty();
  }

  /** Waits for the results, which a job that is done at once only links to. */
  private static void seeResults() {
    browser.await(
        "no results",
        () -> {
          boolean there = browser.path().contains("/results/");
          if (!there) {
            browser.clickIfThere("See the result");
          }
          return there;
        });
  }

  private static String page(String rest) {
    return server.address() + project.substring("/api/v1".length()) + rest;
  }

  @Test
  void aFileBecomesARunInTwoClicks() throws IOException {
    Path file = Files.writeString(directory.resolve("spring.csv"), csv());
    browser.go(page(""));
    browser.find("input[type=file]").sendKeys(file.toAbsolutePath().toString());
    browser.await("not on the page of the data", () -> browser.path().contains("/data/"));
    assertThat(browser.text()).contains("Columns and their roles", "search_spend");

    browser.click("Fit the model");
    seeResults();
    assertThat(browser.text()).contains("Media contributed", "Channels", "Evidence");
  }

  @Test
  void aRoleIsCorrected() {
    String other = owner.upload(project, "other.csv", SmallTable.csv()).replaceAll(".*/", "");
    browser.go(page("/data/" + other));
    browser.find("tr[data-column=price_index] select").sendKeys("Left out");
    browser.find("tr[data-column=search_spend] [data-delivery]").sendKeys("Delivery: follows");
    browser.click("Save the roles");
    browser.await("not saved", () -> browser.text().contains("Set by a user"));
    JsonNode roles = owner.get(project + "/datasets/" + other + "/roles").json().get("roles");
    assertThat(roles.at("/ignore/0").asText()).isEqualTo("price_index");
    assertThat(roles.at("/channels")).hasSize(2);
    assertThat(roles.findValuesAsText("role")).containsExactly("capture");
  }

  @Test
  void aRoleThatCannotBeIsRefusedBesideTheForm() {
    String other = owner.upload(project, "third.csv", SmallTable.csv()).replaceAll(".*/", "");
    browser.go(page("/data/" + other));
    browser.find("tr[data-column=revenue] select").sendKeys("Not used");
    browser.click("Save the roles");
    browser.await("no refusal", () -> browser.find("form [data-error]").isDisplayed());
    assertThat(browser.find("form [data-error]").getText()).contains("outcome");
    // A refused request is what the browser reports here, and nothing else.
    assertThat(browser.complaints()).allMatch(line -> line.contains("status of 4"));
  }

  @Test
  void aJobIsFollowedLeftFoundAgainAndCancelled() {
    String job =
        owner
            .post(
                project + "/runs",
                Json.object().put("dataset", data).put("seed", 99).put("name", "Slow fit"))
            .json()
            .get("id")
            .asText();
    browser.go(page(""));
    browser.click("Slow fit");
    browser.await("no progress", () -> browser.text().contains("30 of 120"));
    assertThat(browser.text()).contains("training", "812.5", "round 3");
    browser.click("Cancel the job");
    browser.await("not cancelled", () -> browser.text().contains("The job was cancelled"));
    assertThat(Servers.finished(owner, project, job).get("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void resultsAreReadPartByPart() {
    browser.go(page("/results/" + run));
    List<String> parts = browser.all("nav.tabs a").stream().map(e -> e.getText()).toList();
    assertThat(parts).contains("Summary", "Contribution", "Return", "Response", "Structure", "Fit");
    for (String part : parts.subList(1, parts.size() - 1)) {
      browser.click(part);
      browser.await(
          "not on " + part, () -> browser.find("nav.tabs a[aria-current]").getText().equals(part));
      browser.await("no chart in " + part, () -> !browser.all("#run canvas").isEmpty());
      assertThat(browser.all("#run table")).as("a table beside the charts of " + part).isNotEmpty();
    }
    assertThat(browser.path()).contains("view=fit");
  }

  @Test
  void aBudgetIsPlannedWithALockAndABound() {
    browser.go(page("/results/" + run));
    browser.click("Plan a budget");
    browser.find("tr[data-channel=tv] [data-lock]").click();
    browser.find("tr[data-channel=search] [data-most]").sendKeys("500,000");
    browser.find("[data-change]").clear();
    browser.click("Optimise");
    browser.await("no plan", () -> browser.text().contains("Before and after"));

    String plan = browser.path().replaceAll(".*/", "");
    JsonNode made = owner.get(project + "/results/" + plan).json();
    assertThat(made.get("reproduce").asText())
        .contains("--budget=", "--mode=fixed", "--window=", "--constraints=constraints.yaml");
    assertThat(browser.find("tr[data-channel=tv] [data-lock]").isSelected()).isTrue();
    assertThat(browser.find("tr[data-channel=search] [data-most]").getDomProperty("value"))
        .isEqualTo("500000");
    assertThat(browser.text()).contains("Gain over the present plan", "Weeks of the plan");
  }

  @Test
  void theWeeksOfAPlanAreEditedAndForecast() {
    String plan = started("plans", Json.object().put("run", run).put("budget", 3_000_000));
    browser.go(page("/results/" + plan));
    org.openqa.selenium.WebElement cell = browser.find("input[data-week][data-channel=search]");
    cell.clear();
    cell.sendKeys("12345");
    browser.await("not marked", () -> browser.text().contains("1 changed"));
    browser.await("not ready", () -> browser.find("[data-weeks] [type=submit]").isEnabled());
    browser.click("Forecast these weeks");
    browser.await(
        "no forecast",
        () -> browser.path().contains("/results/") && !browser.path().endsWith(plan));
    browser.await("no table", () -> !browser.all("table").isEmpty());
    String forecast = browser.path().replaceAll(".*/", "");
    String request = server.part(JobStore.class).get(forecast).orElseThrow().order().request();
    String csv = Json.stored(request).at("/files/plan.csv").asText();
    assertThat(csv.lines().filter(line -> line.contains(",search,")).limit(2))
        .as("regions keep their shares of the week")
        .hasSize(2);
    double sum =
        csv.lines()
            .filter(line -> line.contains(",search,"))
            .limit(2)
            .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*,", "")))
            .sum();
    assertThat(sum).isCloseTo(12_345, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void theOptionsOfAPluginAppearAndReachTheConfiguration() {
    browser.go(page("/data/" + data + "/model"));
    browser.find("[data-advanced] > summary").click();
    browser.find("[name='model.saturation.type']").sendKeys("acme-curve");
    assertThat(browser.text()).contains("A curve of a plugin that no page knows.");
    browser.find("[name='model.saturation.options.steepness']").sendKeys("2.5");
    browser.find("[data-repeats='model.priors'] [data-new]").sendKeys("roi");
    browser.click("Add to priors");
    browser.find("[data-entry] [name=channel]").sendKeys("tv");
    browser.find("[data-entry] [name=mean]").sendKeys("1.5");
    browser.find("[data-entry] [name=sd]").sendKeys("0.5");
    assertThat(browser.text()).contains("between about 0.677 and 2.32");
    browser.click("Start");
    seeResults();

    String job = browser.path().replaceAll(".*/", "");
    String request = server.part(JobStore.class).get(job).orElseThrow().order().request();
    JsonNode config = Json.stored(Json.stored(request).at("/files/config.yaml").asText());
    assertThat(config)
        .isEqualTo(
            Json.stored(
                "{'model':{'saturation':{'type':'acme-curve','options':{'steepness':2.5}},"
                    .concat("'priors':[{'type':'roi','channel':'tv','mean':1.5,'sd':0.5}]}}")
                    .replace('\'', '"')));
  }

  @Test
  void anExperimentIsReadAndTheModelLearnsFromIt() {
    browser.go(page("/experiments?data=" + data));
    browser.find("#read [name=from]").sendKeys("2024-11-25");
    browser.find("#read [name=to]").sendKeys("2024-12-16");
    browser.find("#read [name=treated]").click();
    browser.click("Read the experiment");
    seeResults();
    browser.await("no charts", browser::drawn);
    assertThat(browser.text())
        .contains("Augmented synthetic control: lift -474\u202fk", "Placebos");

    browser.click("Learn from it");
    browser.find("#learn [type=submit]").click();
    seeResults();
    browser.click("Experiments");
    browser.await("not there", () -> browser.path().contains("view=experiments"));
    assertThat(browser.text()).contains("'tv off' measured", "the model without it says");
    String fit = browser.path().replaceAll(".*/|\\?.*", "");
    String request = server.part(JobStore.class).get(fit).orElseThrow().order().request();
    JsonNode config = Json.stored(Json.stored(request).at("/files/config.yaml").asText());
    assertThat(config.at("/experiments/0/channel").asText()).isEqualTo("tv");
  }

  @Test
  void aMemberAndAScheduleAreAdded() throws IOException {
    owner.post(
        "/api/v1/users",
        Json.object().put("name", "Grace").put("password", "correct horse").put("role", "viewer"));
    Files.writeString(sources.resolve("latest.csv"), csv());
    browser.go(page("/settings"));
    browser.find("#members select").sendKeys("Grace");
    browser.find("#members [type=submit]").click();
    browser.await("no member", () -> browser.find("#members table").getText().contains("Grace"));
    browser.find("[name='source.file']").sendKeys("latest.csv");
    browser.click("Create the schedule");
    browser.await("no schedule", () -> browser.text().contains("Weekly refresh latest.csv 7 days"));
    JsonNode schedule = owner.get(project + "/schedules").json().at("/items/0");
    assertThat(schedule.at("/source/file").asText()).isEqualTo("latest.csv");
    assertThat(schedule.get("everyHours").asInt()).isEqualTo(168);
    browser.click("Pause");
    browser.await("not paused", () -> browser.text().contains("paused"));
  }

  @Test
  void numbersAreReadAndWrittenAsInTheLanguageOfTheReader() {
    Client german = owner.with("Accept-Language", "de-DE,de;q=0.9,en;q=0.5");
    String place = project.substring("/api/v1".length()) + "/results/" + run;
    assertThat(german.get(place).text())
        .contains("data-decimal=\",\"")
        .containsPattern("[0-9],[0-9]%");
    assertThat(owner.get(place).text())
        .contains("data-decimal=\".\"")
        .doesNotContainPattern("[0-9],[0-9]%");
    browser.go(page("/results/" + run + "/planner"));
    assertThat(browser.run(NUMBERS)).isEqualTo(List.of(1234.5, 1234.5, 1500L, 0.5, 12345L));
  }

  @Test
  void aUserAndATokenAreMade() {
    browser.go(server.address() + "/admin");
    browser.find("form [name=name]").sendKeys("Ada");
    browser.find("form [name=password]").sendKeys("correct horse battery");
    browser.click("Add");
    browser.await("no user", () -> browser.text().contains("Ada"));

    browser.go(server.address() + "/account");
    browser.find("form [name=name]").sendKeys("notebook");
    browser.click("Make");
    browser.await("no token", () -> browser.find("[data-token]").isDisplayed());
    String token = browser.find("[data-token] code").getText();
    assertThat(Client.nobody(server).bearer(token).get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aProjectIsMadeByKeyboard() {
    browser.go(server.address() + "/");
    browser.find("form input[name=name]");
    browser.run("document.body.focus()");
    for (int i = 0; i < 60; i++) {
      browser.keys(Keys.TAB);
      if ("name".equals(browser.run("return document.activeElement.name"))) {
        break;
      }
    }
    browser.keys("By keyboard", Keys.ENTER);
    browser.await("no project", () -> browser.text().contains("No data yet"));
    assertThat(browser.find("h1").getText()).isEqualTo("By keyboard");
  }

  @Test
  void everyPageFitsAPhoneAndShutsNobodyOut() {
    List<String> places = new PagePlaces(server, owner, project, data, run).all();
    for (String place : places) {
      browser.check(place, 390, true);
    }
    // Both themes have the same styles but for their colours: some pages stand for all.
    for (String place : List.of(page("/data/" + data), page("/results/" + run), places.get(0))) {
      browser.check(place, 1440, false);
    }
    browser.look(1440, false);
  }

  @Test
  void resultsAreReadableWithoutScripts() {
    browser.scripts(false);
    try {
      browser.go(page("/results/" + run));
      assertThat(browser.text()).contains("Media contributed", "search", "strong");
      browser.click("Return");
      browser.await("no second part", () -> browser.path().contains("view=return"));
      assertThat(browser.text()).contains("Return on spend", "per 1 spent");
      assertThat(browser.all("table")).isNotEmpty();
    } finally {
      browser.scripts(true);
    }
  }
}
