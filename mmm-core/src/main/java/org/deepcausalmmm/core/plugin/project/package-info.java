/** The Maven project of a new plugin. */
@NullMarked
package org.deepcausalmmm.core.plugin.project;

import org.jspecify.annotations.NullMarked;
