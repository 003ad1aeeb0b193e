package fr.appui.directory.notice;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;

/** The mailer whose waits have a limit. The value names which: empty for ordinary mail. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeLimited {

    String SECURE = "mssante";

    /** What sending one mail never exceeds: no word for as long as it takes to give up connecting, and one wait more to hang up. */
    Duration LONGEST_SEND = TimeLimitedMailer.LONGEST_CONNECTING.plus(TimeLimitedMailer.LONGEST_WAIT.multipliedBy(2));

    String value() default "";
}
