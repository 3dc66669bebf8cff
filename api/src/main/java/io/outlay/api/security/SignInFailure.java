package io.outlay.api.security;

import io.outlay.domain.error.Problem;
import org.springframework.security.core.AuthenticationException;

/** A refused sign-in in the words of Spring Security. */
final class SignInFailure extends AuthenticationException {

  private final transient Problem problem;

  SignInFailure(Problem problem) {
    super(problem.getMessage(), problem);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
