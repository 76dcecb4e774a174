/** What results hold: tables as JSON and CSV, files, archives. */
@NullMarked
package org.deepcausalmmm.server.result;

import org.jspecify.annotations.NullMarked;
