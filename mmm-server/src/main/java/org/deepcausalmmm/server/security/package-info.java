/** Users, sessions, tokens, roles and the checks of every request. */
@NullMarked
package org.deepcausalmmm.server.security;

import org.jspecify.annotations.NullMarked;
