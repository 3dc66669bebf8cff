package io.outlay.ingestion.simulator.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request as a simulated platform sees it.
 *
 * @param method in capitals
 * @param host which host is meant
 * @param hostUrl address of that host here, without a slash at the end
 * @param path parts of the path behind the host
 * @param parameters of the query and of a form, decoded
 * @param headers by lower-case name
 * @param body as text, empty where there is none
 * @param now the time the platform believes it is
 * @param quirks oddities this answer shall have, by name
 */
public record Call(
    String method,
    SimulatedHost host,
    String hostUrl,
    List<String> path,
    Map<String, String> parameters,
    Map<String, String> headers,
    String body,
    Instant now,
    Set<String> quirks) {

  /** Copies the collections. */
  public Call {
    path = List.copyOf(path);
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
    quirks = Set.copyOf(quirks);
  }

  /** The parts of a path, without empty ones. */
  public static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).forEach(parts::add);
    return parts;
  }

  /** A part of the path, empty text where the path is shorter. */
  public String part(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /** A parameter of the query or form. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** A header, whatever the capitals of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What follows {@code Bearer} in the authorization header. */
  public Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).trim());
  }

  /** Whether the answer shall have an oddity. */
  public boolean has(String quirk) {
    return quirks.contains(quirk);
  }

  /** The same call at another time and with oddities. */
  public Call at(Instant time, Set<String> oddities) {
    return new Call(method, host, hostUrl, path, parameters, headers, body, time, oddities);
  }

  /** The same call with other path and parameters, as a batch holds it. */
  public Call inner(String innerMethod, List<String> innerPath, Map<String, String> with) {
    return new Call(innerMethod, host, hostUrl, innerPath, with, headers, "", now, quirks);
  }
}
