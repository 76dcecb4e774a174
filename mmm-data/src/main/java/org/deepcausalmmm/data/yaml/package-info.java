/** YAML with the line of every value, bounded in size and depth. */
@NullMarked
package org.deepcausalmmm.data.yaml;

import org.jspecify.annotations.NullMarked;
