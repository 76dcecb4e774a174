/** The resources of the API, each a list of routes. */
@NullMarked
package org.deepcausalmmm.server.api;

import org.jspecify.annotations.NullMarked;
