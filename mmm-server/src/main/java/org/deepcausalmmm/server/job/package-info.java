/** The queue of jobs and the workers that run them. */
@NullMarked
package org.deepcausalmmm.server.job;

import org.jspecify.annotations.NullMarked;
