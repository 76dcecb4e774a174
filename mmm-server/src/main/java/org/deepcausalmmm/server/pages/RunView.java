package org.deepcausalmmm.server.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.report.html.HtmlFile;
import org.deepcausalmmm.report.html.ReportPage;

/** The parts into which the page of a run is divided, each made of sections of the report. */
public enum RunView {
  /** Headline, evidence, shares. */
  SUMMARY("Summary", List.of()),
  /** What the outcome consists of. */
  CONTRIBUTION("Contribution", List.of("contribution")),
  /** Returns by channel. */
  RETURN("Return", List.of("returns")),
  /** What was learned from experiments. */
  EXPERIMENTS("Experiments", List.of("learned")),
  /** Response curves, carry-over, effectiveness over time. */
  RESPONSE("Response", List.of("response")),
  /** Which channel drives which, and controls. */
  STRUCTURE("Structure", List.of("structure")),
  /** Fit, holdout, residuals. */
  FIT("Fit", List.of("fit")),
  /** Health checks, parameters, configuration, terms. */
  DETAILS("Health and details", List.of("tables"));

  private final String title;
  private final List<String> sections;

  RunView(String title, List<String> sections) {
    this.title = title;
    this.sections = sections;
  }

  /** Returns the name of the part. */
  public String title() {
    return title;
  }

  /** Returns the part as addresses name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the part of an address; the summary for an unknown one. */
  static RunView of(String id) {
    return Arrays.stream(values()).filter(view -> view.id().equals(id)).findFirst().orElse(SUMMARY);
  }

  /** Returns whether a run has anything to show here. */
  boolean isIn(ReportPage page) {
    return switch (this) {
      case RETURN -> page.charts().hasSpend();
      case EXPERIMENTS -> page.charts().hasExperiments();
      default -> true;
    };
  }

  /** Returns whether charts of this part have weeks to choose from. */
  public boolean hasWeeks(ReportPage page) {
    return switch (this) {
      case CONTRIBUTION, FIT -> true;
      case RESPONSE -> !page.model().media().effectiveness().isEmpty();
      case STRUCTURE -> !page.model().controls().isEmpty();
      case SUMMARY, RETURN, EXPERIMENTS, DETAILS -> false;
    };
  }

  /** Returns the sections as HTML. */
  public String html(ReportPage page) {
    StringBuilder html = new StringBuilder();
    sections.forEach(section -> html.append(HtmlFile.render(section + ".jte", page, page.words())));
    return html.toString();
  }
}
