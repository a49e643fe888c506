/** What the doctor is asked of: a file, a folder, a class path, or a JVM that runs. */
package dev.partnerattribution.cli.doctor.application;
