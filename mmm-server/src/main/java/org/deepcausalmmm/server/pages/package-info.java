/** The pages of the server: what a browser sees of projects, data, runs and plans. */
@NullMarked
package org.deepcausalmmm.server.pages;

import org.jspecify.annotations.NullMarked;
