/** Describes the configuration and the installed components as JSON schema and tables. */
@NullMarked
package org.deepcausalmmm.core.plugin.schema;

import org.jspecify.annotations.NullMarked;
