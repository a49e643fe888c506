/** What is known of clients, SDKs and tools: by which names a class or file tells that they are there. */
package dev.partnerattribution.cli.doctor.signature;
