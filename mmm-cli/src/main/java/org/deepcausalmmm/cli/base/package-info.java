/** What every package of the application may know of it: its version and its entry point. */
@NullMarked
package org.deepcausalmmm.cli.base;

import org.jspecify.annotations.NullMarked;
