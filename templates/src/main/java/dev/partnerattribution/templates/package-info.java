/**
 * Puts a partner's tracking ID into ARM templates and Bicep files, and checks it there.
 *
 * <p><b>Stamp</b>: {@link dev.partnerattribution.templates.Stamping} turns a
 * {@link dev.partnerattribution.templates.Template} into a {@link dev.partnerattribution.templates.StampOutcome}, which is
 * one of three:
 *
 * <pre>{@code
 * Template template = Template.read(path);
 * StampOutcome outcome = Stamping.of(trackingId).stamp(template);
 * if (outcome instanceof Stamped stamped) {
 *     System.out.print(stamped.diff());   // dry run: a unified diff, or
 *     stamped.replace(path);              // the file is replaced as a whole or not at all
 * } else if (outcome instanceof Unchanged there) {
 *     System.out.println(there.message());
 * } else if (outcome instanceof Refused refused) {
 *     System.err.println(refused.message());  // names file, line and column, why, and what to do
 * }
 * }</pre>
 *
 * <p><b>Check</b>: {@link dev.partnerattribution.templates.TemplateFiles} finds templates from files, folders, globs and
 * zip packages, and says which are {@link dev.partnerattribution.templates.TemplateFile.Role main} ones, which is also how a
 * folder is stamped; {@link dev.partnerattribution.templates.TemplateCheck} reports what is wrong with them, each
 * {@link dev.partnerattribution.templates.Finding} under a {@link dev.partnerattribution.templates.Rule};
 * {@link dev.partnerattribution.templates.ReportFormat} writes the report as text, JSON, SARIF and more.
 *
 * <pre>{@code
 * CheckReport report = new TemplateCheck().check(TemplateFiles.find(List.of("templates", "app.zip", "infra/*.bicep")));
 * System.out.print(ReportFormat.SARIF.format(report));
 * boolean failed = report.worst() == Rule.Level.ERROR;
 * }</pre>
 *
 * <p>Whatever a file holds, nothing here throws because of it: it is an outcome or a finding. Only files that can't be
 * read or written at all throw, as {@link java.io.IOException}. No type of another library is shown.
 */
@NullMarked
package dev.partnerattribution.templates;

import org.jspecify.annotations.NullMarked;
