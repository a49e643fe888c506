/** What runs in a woven program. Carried into it under other names, together with what it uses of the agent and the runtime. */
package dev.partnerattribution.weave.program;
