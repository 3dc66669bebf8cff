package io.outlay.ingestion.platform.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * A request to a platform, without the token it is sent with. Its text is its name only, because
 * parameters and body may hold secrets.
 */
public final class PlatformCall {

  private final String name;
  private final HttpMethod method;
  private final String address;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final @Nullable MediaType bodyType;
  private final byte[] body;

  private PlatformCall(
      String name,
      HttpMethod method,
      String address,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable MediaType bodyType,
      byte[] body) {
    this.name = name;
    this.method = method;
    this.address = address;
    this.query = query;
    this.headers = headers;
    this.bodyType = bodyType;
    this.body = body;
  }

  /**
   * A call that reads.
   *
   * @param name what it asks, for people: part of messages
   * @param address scheme, host and path, without a query
   */
  public static PlatformCall get(String name, String address) {
    return new PlatformCall(name, HttpMethod.GET, address, Map.of(), Map.of(), null, new byte[0]);
  }

  /** A call that sends parameters as a form. */
  public static PlatformCall form(String name, String address, Map<String, String> parameters) {
    return new PlatformCall(
        name,
        HttpMethod.POST,
        address,
        Map.of(),
        Map.of(),
        MediaType.APPLICATION_FORM_URLENCODED,
        encoded(parameters).getBytes(StandardCharsets.UTF_8));
  }

  /** A call that sends JSON. */
  public static PlatformCall json(String name, String address, byte[] body) {
    return new PlatformCall(
        name, HttpMethod.POST, address, Map.of(), Map.of(), MediaType.APPLICATION_JSON, body);
  }

  /** The same with these parameters behind the address. */
  public PlatformCall withQuery(Map<String, String> parameters) {
    return new PlatformCall(
        name, method, address, new LinkedHashMap<>(parameters), headers, bodyType, body);
  }

  /** The same with one more header. */
  public PlatformCall withHeader(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new PlatformCall(name, method, address, query, more, bodyType, body);
  }

  String name() {
    return name;
  }

  HttpMethod method() {
    return method;
  }

  /** The address with its query; never to be shown. */
  String addressAndQuery() {
    return query.isEmpty() ? address : address + "?" + encoded(query);
  }

  Map<String, String> headers() {
    return headers;
  }

  @Nullable MediaType bodyType() {
    return bodyType;
  }

  byte[] body() {
    return body;
  }

  @Override
  public String toString() {
    return name;
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
