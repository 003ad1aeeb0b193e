package fr.appui.directory.notice;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The mailer whose waits have a limit. The value names which: empty for ordinary mail. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeLimited {

    String SECURE = "mssante";

    String value() default "";
}
