"use strict";
// Changes need the session's token: it is asked for once and sent along.
fetch("/api/v1/me")
  .then((answer) => (answer.ok ? answer.json() : { csrf: null }))
  .then((me) => {
    SwaggerUIBundle({
      url: "/openapi.yaml",
      dom_id: "#api",
      validatorUrl: null,
      requestInterceptor: (request) => {
        if (me.csrf) {
          request.headers["X-MMM-Token"] = me.csrf;
        }
        return request;
      },
    });
  });
