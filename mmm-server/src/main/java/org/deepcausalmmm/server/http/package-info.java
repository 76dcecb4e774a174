/** HTTP: routes as data, requests, answers, problems, event streams. */
@NullMarked
package org.deepcausalmmm.server.http;

import org.jspecify.annotations.NullMarked;
