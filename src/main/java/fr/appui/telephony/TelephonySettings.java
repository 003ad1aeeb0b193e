package fr.appui.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "appui.telephony")
interface TelephonySettings {

    FastAgi fastagi();

    /** The Asterisks, by the name each bears in its {@code appui-site.conf} (APPUI_SWITCH). */
    Map<String, Switch> switches();

    Ladders ladders();

    /** Territory code → recording of its name. A territory without one is not named. */
    Map<String, String> territoryRecordings();

    /** Where the dialplan asks its questions. Without authentication: loopback or a private network only. */
    interface FastAgi {
        @WithDefault("127.0.0.1")
        String host();

        /** 0: any free port. */
        @WithDefault("4573")
        int port();
    }

    interface Switch {
        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("5038")
        int port();

        @WithDefault("appui")
        String user();

        /** Absent: the switch is not connected to, and the health page says so. */
        Optional<String> secret();

        /** Asterisk's CEL file, where this process can read it: calls it did not follow are rebuilt from there. */
        Optional<Path> celFile();

        /** How often the connection is checked, and how long an answer may take. */
        @WithDefault("5s")
        Duration heartbeat();

        /** The longest pause between two attempts to connect; the first is a second, then it doubles. */
        @WithDefault("30s")
        Duration longestPause();
    }

    /** The static ladders kept in Asterisk's own database. */
    interface Ladders {
        @WithDefault("7d")
        Duration ahead();

        /** Older than this, the ladders are reported unwell. */
        @WithDefault("3h")
        Duration oldest();
    }
}
