/**
 * What an application is made of, read without running it: {@code Scan} opens what there is, {@code Contents} holds what was
 * noticed in one archive, {@code Diagnosis} draws the conclusions, and two reports print them.
 */
package dev.partnerattribution.cli.doctor;
