/** What is told: the page, its table and findings, and the same for a terminal or a program. */
package dev.partnerattribution.cli.report.page;
