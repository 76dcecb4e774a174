package org.deepcausalmmm.server.pages;

/** The addresses of the pages, and those of the API that pages send changes to. */
public final class Places {
  static final String PROJECT = "/projects/{project}";
  private static final String API = "/api/v1/projects/";

  private Places() {}

  /** Returns the page of a project. */
  public static String project(String project) {
    return "/projects/" + project;
  }

  /** Returns the page of a data set. */
  public static String data(String project, String data) {
    return project(project) + "/data/" + data;
  }

  /** Returns the page that begins a fit of a data set. */
  public static String model(String project, String data) {
    return data(project, data) + "/model";
  }

  /** Returns the page of a job. */
  public static String job(String project, String job) {
    return project(project) + "/jobs/" + job;
  }

  /** Returns the page of a result, whatever kind it is of. */
  public static String result(String project, String result) {
    return project(project) + "/results/" + result;
  }

  /** Returns the page of the experiments of a project. */
  public static String experiments(String project) {
    return project(project) + "/experiments";
  }

  /** Returns the page of the name, members and schedules of a project. */
  public static String settings(String project) {
    return project(project) + "/settings";
  }

  /** Returns the planner on a run. */
  public static String planner(String project, String run) {
    return result(project, run) + "/planner";
  }

  /** Returns where the API has something of a project. */
  public static String api(String project, String rest) {
    return API + project + "/" + rest;
  }
}
