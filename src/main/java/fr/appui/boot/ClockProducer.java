package fr.appui.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;

/** The only clock of the process: the machine's, but where a {@link ClockSetting} is there. */
final class ClockProducer {

    @Produces
    @Singleton
    Clock clock(Config config) {
        return now(config);
    }

    /** Before there is an application, too. */
    static Clock now(Config config) {
        Clock machine = Clock.systemUTC();
        return ServiceLoader.load(ClockSetting.class, ClockProducer.class.getClassLoader())
                .findFirst()
                .map(setting -> setting.set(machine, config))
                .orElse(machine);
    }
}
