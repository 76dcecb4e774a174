/** JSON schema of the configuration, and tables of the installed components. */
@NullMarked
package org.deepcausalmmm.core.plugin.schema;

import org.jspecify.annotations.NullMarked;
