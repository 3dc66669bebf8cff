package io.outlay.embedded;

import java.nio.file.Path;

/**
 * Another process works on the home folder. The message is one line and says which process and what
 * to do.
 */
public final class HomeInUseException extends EmbeddedServiceException {

  HomeInUseException(Path home, String holder) {
    super(
        "The folder %s is in use by another Outlay server (process %s). Stop that one, or give this one its own folder by outlay.home."
            .formatted(home, holder));
  }
}
