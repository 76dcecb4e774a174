package org.deepcausalmmm.server.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.StoredResult;

/**
 * What can be taken away of a result.
 *
 * @param main documents for people, and everything as an archive
 * @param tables each table as CSV
 */
public record Downloads(List<Frame.Link> main, List<Frame.Link> tables) {
  private static final Map<String, String> NAMES =
      Map.of(
          "report.pdf", "PDF report",
          "workbook.xlsx", "Excel workbook",
          "slides.pptx", "Slides");

  /** Returns the downloads of a result, of which hand-outs can be made by these names. */
  static Downloads of(StoredResult result, List<String> handOuts) {
    String place = Places.api(result.project(), "results/" + result.id());
    List<String> files = Manifest.names(result);
    List<Frame.Link> main = new ArrayList<>();
    handOuts.forEach(
        name ->
            main.add(new Frame.Link(NAMES.getOrDefault(name, name), place + "/handouts/" + name)));
    if (files.contains("report.html")) {
      main.add(new Frame.Link("Whole report", place + "/report"));
      main.add(new Frame.Link("Terms", place + "/report#glossary"));
    }
    main.add(new Frame.Link("Everything as ZIP", place + "/archive"));
    List<Frame.Link> tables =
        files.stream()
            .filter(name -> name.endsWith(".csv") && !name.contains("/"))
            .map(name -> name.substring(0, name.length() - 4))
            .map(name -> new Frame.Link(name, place + "/tables/" + name + "?format=csv"))
            .toList();
    return new Downloads(main, tables);
  }
}
