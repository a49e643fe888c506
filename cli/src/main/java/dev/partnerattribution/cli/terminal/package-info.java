/** What every command of the line has in common: exit codes, failures, output, the option that names a tracking ID. */
package dev.partnerattribution.cli.terminal;
