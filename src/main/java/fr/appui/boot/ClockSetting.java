package fr.appui.boot;

import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** What sets the clock of demonstrations and stories. A production package has none ({@code pom.xml}). */
public interface ClockSetting {

    Clock set(Clock machine, Config config);
}
