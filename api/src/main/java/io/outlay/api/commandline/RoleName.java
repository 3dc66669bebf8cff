package io.outlay.api.commandline;

import io.outlay.domain.organization.Role;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role however its letters are written. */
final class RoleName implements ITypeConverter<Role> {

  @Override
  public Role convert(String value) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no role; expected admin, manager, analyst or partner"));
  }
}
