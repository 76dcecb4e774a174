/** Roles of columns, from their names and their cells. */
@NullMarked
package org.deepcausalmmm.data.roles;

import org.jspecify.annotations.NullMarked;
