/** JRuby: what its scripts hand down to child processes, which it starts by a system call of its own. */
package dev.partnerattribution.agent.jruby;
