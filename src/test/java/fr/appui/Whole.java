package fr.appui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Told before a release ({@code ./mvnw verify -Pwhole}) and not at each change: another of its kind is told at each
 * ({@code docs/tests.md}).
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("whole")
public @interface Whole {}
