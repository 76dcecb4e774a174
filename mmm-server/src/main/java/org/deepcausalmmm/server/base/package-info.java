/** What every package of the server uses: error codes, JSON, identifiers, roles. */
@NullMarked
package org.deepcausalmmm.server.base;

import org.jspecify.annotations.NullMarked;
