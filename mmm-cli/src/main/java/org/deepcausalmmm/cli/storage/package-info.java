/** Shared storage that is reached by addresses, and local copies of what lies there. */
@NullMarked
package org.deepcausalmmm.cli.storage;

import org.jspecify.annotations.NullMarked;
