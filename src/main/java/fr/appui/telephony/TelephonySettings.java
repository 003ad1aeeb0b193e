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

    Rebuild rebuild();

    Begun begun();

    /** Territory code → recording of its name. A territory without one is not named. */
    Map<String, String> territoryRecordings();

    /** Where the dialplan asks its questions. Without authentication: loopback or a private network only. */
    interface FastAgi {
        /** The address that it listens at. */
        @WithDefault("127.0.0.1")
        String host();

        /** 0: any free port. */
        @WithDefault("4573")
        int port();
    }

    interface Switch {
        /** Where its AMI is. */
        @WithDefault("127.0.0.1")
        String host();

        /** The port of its AMI: « port » of site-manager. */
        @WithDefault("5038")
        int port();

        /** The name of site-manager-user. */
        @WithDefault("appui")
        String user();

        /** Absent: the switch is not connected to, and the health page says so. */
        Optional<String> secret();

        /** What its questions over FastAGI must bring (APPUI_SECRET). Absent: whoever reaches the port is answered. */
        Optional<String> questionSecret();

        /** How often the connection is checked, and how long an answer may take. */
        @WithDefault("5s")
        Duration heartbeat();

        /** The longest pause between two attempts to connect; the first is a second, then it doubles. */
        @WithDefault("30s")
        Duration longestPause();

        /** Its log/cel-custom/appui.csv as this node sees it; absent, calls it made without us stay out of the trace. */
        Optional<Path> celFile();

        Ari ari();
    }

    /** Through which the service begins calls on this Asterisk. Loopback or a private network only. */
    interface Ari {
        /** Where its ARI is. */
        @WithDefault("127.0.0.1")
        String host();

        /** The port of its ARI: « bindport » of site-http. */
        @WithDefault("8088")
        int port();

        /** The name of site-ari. */
        @WithDefault("appui")
        String user();

        /** Absent: no ladder is written to this switch, and no call-back and no check of a line goes through it. */
        Optional<String> password();

        /** How long an answer may take. */
        @WithDefault("3s")
        Duration patience();
    }

    /** Calls that the service begins itself. */
    interface Begun {
        /** How long a telephone rings. */
        @WithDefault("25s")
        Duration ring();
    }

    /** Calls that the service did not see, taken from the switches' CEL files. */
    interface Rebuild {
        /** How often the files are read. */
        @WithDefault("30s")
        Duration every();

        /** How long a call must have been over: what was seen of it live comes first. */
        @WithDefault("30s")
        Duration settled();

        /** A call of which the switch says nothing for so long has lost its end. */
        @WithDefault("6h")
        Duration longestSilence();

        /** Folder of this node in which it notes how far it read. */
        @WithDefault("data/cel")
        Path bookmarks();
    }

    /** The static ladders kept in Asterisk's own database. */
    interface Ladders {
        /** How many days of the rota a switch is given, to go by without the service. */
        @WithDefault("7d")
        Duration ahead();

        /** Older than this, the ladders are reported unwell. */
        @WithDefault("3h")
        Duration oldest();
    }
}
