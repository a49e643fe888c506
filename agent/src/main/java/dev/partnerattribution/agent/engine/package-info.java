/**
 * The engine, by Byte Buddy: definitions say which class and methods of a library are instrumented and by which advice, and the
 * engine applies them, injects what they need, and answers the instrumented code. Loaded where an application can't see it.
 */
package dev.partnerattribution.agent.engine;
