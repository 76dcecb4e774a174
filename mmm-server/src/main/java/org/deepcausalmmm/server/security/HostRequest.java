package org.deepcausalmmm.server.security;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a host application sees of a request.
 *
 * @param method such as GET
 * @param path without host and query
 * @param headers finds a header by name
 * @param address the address of the client
 */
public record HostRequest(
    String method, String path, Function<String, Optional<String>> headers, String address) {}
