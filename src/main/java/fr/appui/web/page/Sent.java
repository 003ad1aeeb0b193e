package fr.appui.web.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a form sends a component of a record, where it is not by its own name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sent {

    /** The field of the form: one value for each row, or {@code 0-MONDAY} for each box that is ticked in row 0. */
    String as() default "";

    /** Several values in the one field of a row, separated by commas. */
    boolean inOneField() default false;

    /** How many rows a list may have: the page leaves no room for another. */
    int rows() default FilledIn.MOST_ROWS;
}
