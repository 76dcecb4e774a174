"use strict";
const show = (id, text) => {
  document.getElementById(id).textContent = text;
};
fetch("/ready")
  .then((answer) => answer.json())
  .then((body) => show("state", body.status === "ready" ? "The server is ready." : body.detail))
  .catch(() => show("state", "The server does not answer."));
fetch("/api/v1/me").then(async (answer) => {
  const body = await answer.json();
  show("user", answer.ok ? `Signed in as ${body.name} (${body.role}).` : body.detail);
  if (!answer.ok) {
    return;
  }
  const page = await (await fetch("/api/v1/projects")).json();
  for (const project of page.items) {
    const row = document.getElementById("projects").insertRow();
    for (const text of [project.name, project.created.slice(0, 10), project.createdBy]) {
      row.insertCell().textContent = text;
    }
  }
});
