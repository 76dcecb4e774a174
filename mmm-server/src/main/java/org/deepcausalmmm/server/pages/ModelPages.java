package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.job.PlatformDescription;
import org.deepcausalmmm.server.pages.SchemaForm.SchemaGroup;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.ResultStore;

/** The page on which a fit is set up: a short form, and one made of the configuration's schema. */
public final class ModelPages implements RouteGroup {
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 20);

  private final DataSetStore store;
  private final ResultStore results;
  private final PlatformDescription platform;
  private final PageRenderer renderer;

  @Inject
  ModelPages(
      DataSetStore store,
      ResultStore results,
      PlatformDescription platform,
      PageRenderer renderer) {
    this.store = store;
    this.results = results;
    this.platform = platform;
    this.renderer = renderer;
  }

  /**
   * The values of the page.
   *
   * @param readings experiments that the fit can learn from
   * @param groups the options of the discovered components
   * @param problem why there are none; empty if there are
   */
  public record ModelPage(
      Frame frame,
      DataSet data,
      List<ExperimentLists.ReadExperiment> readings,
      List<SchemaGroup> groups,
      Optional<MmmException> problem) {}

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get(DataPages.ONE + "/model", VIEWER, this::show));
  }

  private void show(Exchange exchange) {
    DataSet data = DataPages.data(store, exchange);
    List<SchemaGroup> groups = List.of();
    Optional<MmmException> problem = Optional.empty();
    try {
      groups = new SchemaForm(platform.configurationSchema()).groups();
    } catch (MmmException e) {
      problem = Optional.of(e);
    }
    List<ExperimentLists.ReadExperiment> readings =
        ExperimentLists.of(results.list(data.project(), Shelf.EXPERIMENTS, SOME).items())
            .readings();
    Frame.Link link = new Frame.Link(data.name(), Places.data(data.project(), data.id()));
    renderer.show(
        exchange,
        "model",
        new ModelPage(
            Frame.inProject(exchange, "Model options", link), data, readings, groups, problem));
  }
}
