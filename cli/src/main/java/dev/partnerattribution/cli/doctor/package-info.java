/**
 * What an application is made of, read without running it: {@code application} is what is asked of, {@code scanning} opens what
 * there is and notes what the {@code signature}s tell of it, {@code detecting} finds the ways to Azure Resource Manager,
 * {@code diagnosing} draws the conclusions, and {@code printing} tells them.
 */
package dev.partnerattribution.cli.doctor;
