package io.outlay.api.commandline;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The word before all commands. */
@Command(
    name = "outlay",
    mixinStandardHelpOptions = true,
    version = "Outlay 0.1.0",
    description = "Without a command, starts the server.",
    subcommands = HelpCommand.class)
final class OutlayCommand {}
