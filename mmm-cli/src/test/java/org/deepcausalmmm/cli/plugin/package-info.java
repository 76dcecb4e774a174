/** Plugins as strangers build and use them. */
@org.jspecify.annotations.NullMarked
package org.deepcausalmmm.cli.plugin;
