package io.outlay.api.security;

import io.outlay.domain.organization.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in caller in the words of Spring Security; its principal is the {@link Viewer}. */
final class ViewerAuthentication extends AbstractAuthenticationToken {

  private final transient Viewer viewer;

  ViewerAuthentication(Viewer viewer) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role().name())));
    this.viewer = viewer;
    setAuthenticated(true);
  }

  @Override
  public Viewer getPrincipal() {
    return viewer;
  }

  /** The token is not kept. */
  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return viewer.actor();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ViewerAuthentication that && viewer.equals(that.viewer);
  }

  @Override
  public int hashCode() {
    return viewer.hashCode();
  }
}
