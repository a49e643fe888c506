/**
 * From the name of a deployment to the resources that are attributed through it, as Microsoft's script Verify-DeploymentGuid
 * does it. Only AzureDeployments and what it names knows the Azure SDK, so that no other command waits for it to load.
 */
package dev.partnerattribution.cli.verify;
