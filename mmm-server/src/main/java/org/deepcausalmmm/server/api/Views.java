package org.deepcausalmmm.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.ApiToken;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.User;

/** What is stored, as the API shows it. */
final class Views {
  private Views() {}

  static ObjectNode of(Project project) {
    ObjectNode node = Json.object();
    node.put("id", project.id());
    node.put("name", project.name());
    node.put("description", project.description());
    Json.time(node, "created", project.created());
    node.put("createdBy", project.createdBy());
    return node;
  }

  static ObjectNode of(User user) {
    ObjectNode node = Json.object();
    node.put("id", user.id());
    node.put("name", user.name());
    node.put("role", user.role().text());
    node.put("active", user.active());
    Json.time(node, "created", user.created());
    return node;
  }

  static ObjectNode of(ApiToken token) {
    ObjectNode node = Json.object();
    node.put("id", token.id());
    node.put("name", token.name());
    node.put("role", token.role().text());
    Json.time(node, "created", token.created());
    Json.time(node, "expires", token.expires());
    return node;
  }

  static ObjectNode of(DataSet data) {
    ObjectNode node = Json.object();
    node.put("id", data.id());
    node.put("name", data.name());
    node.put("hash", data.content().hash());
    node.put("format", data.content().format());
    node.put("bytes", data.content().bytes());
    node.put("rows", data.content().rows());
    node.put("columns", data.content().columns());
    node.put("rolesSource", data.roles() == null ? "proposed" : "user");
    Json.time(node, "created", data.created());
    node.put("createdBy", data.createdBy());
    return node;
  }

  static ObjectNode of(AuditLog.Entry entry) {
    ObjectNode node = Json.object();
    Json.time(node, "at", entry.at());
    node.put("actor", entry.actor());
    node.put("action", entry.action());
    node.put("object", entry.object());
    node.put("project", entry.project());
    node.put("requestId", entry.requestId());
    return node;
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }
}
