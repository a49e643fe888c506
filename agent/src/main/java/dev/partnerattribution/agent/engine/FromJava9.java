package dev.partnerattribution.agent.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what is loaded from Java 9 on only, for who checks that the rest needs no more than Java 8. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface FromJava9 {}
