package io.outlay.domain.userevent;

/**
 * Devices and network addresses of a user as known at a time.
 *
 * @param deviceUsers other users seen on any of the devices
 * @param addressUsers other users seen at any of the addresses
 */
public record KnownContacts(int devices, int deviceUsers, int addresses, int addressUsers) {

  /** Of a user without any. */
  public static final KnownContacts NONE = new KnownContacts(0, 0, 0, 0);
}
