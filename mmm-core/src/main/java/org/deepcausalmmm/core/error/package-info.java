/** The error codes of the core; docs/errors.md and docs/plugins.md explain each. */
@NullMarked
package org.deepcausalmmm.core.error;

import org.jspecify.annotations.NullMarked;
