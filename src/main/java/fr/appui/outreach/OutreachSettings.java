package fr.appui.outreach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** Settings of what the service begins by itself, under {@code appui.outreach}. */
@ConfigMapping(prefix = "appui.outreach")
public interface OutreachSettings {

    CallBack callBack();

    LineCheck lineCheck();

    Trial trial();

    Alerts alerts();

    Continuity continuity();

    Forward forward();

    /** How long sent alerts, closed call-backs and checks of past duties are kept. */
    @WithDefault("P90D")
    Duration kept();

    interface CallBack {
        /** How often open call-backs are looked at. */
        @WithDefault("5s")
        Duration every();

        /** How many attempts before the coordination takes over. */
        @WithDefault("6")
        int attempts();

        /** Between the end of one attempt and the next. */
        @WithDefault("5m")
        Duration pause();

        /** An attempt of which nothing more was heard for so long is over. */
        @WithDefault("4m")
        Duration longestAttempt();

        /** Two who were cut off sooner did not talk: the call-back goes on. */
        @WithDefault("10s")
        Duration shortestTalk();
    }

    interface LineCheck {
        /** Whether, before a duty, the telephone of whoever holds it is rung and confirmed by a key. */
        @WithDefault("true")
        boolean enabled();

        /** How often it is looked whether a check is due. */
        @WithDefault("10s")
        Duration every();

        /** How long before the start of a duty its line is checked. */
        @WithDefault("15m")
        Duration ahead();

        /** How many attempts before the back-up moves up. */
        @WithDefault("3")
        int attempts();

        /** Between two attempts, and after the last one before the back-up moves up. */
        @WithDefault("4m")
        Duration pause();
    }

    interface Trial {
        /**
         * The test number that the service rings by itself through each line, outside its hours: one of the site's own that its switch
         * answers (APPUI_TEST_NUMBER), or any telephone that presses 1. Absent, none is rung.
         */
        Optional<String> number();

        /** Between two that succeed. */
        @WithDefault("24h")
        Duration interval();

        /** How often it is looked whether one is due; one that failed is made again after as long. */
        @WithDefault("10m")
        Duration every();
    }

    interface Alerts {
        /** How often it is looked for alerts that are to be sent. */
        @WithDefault("10s")
        Duration every();

        /** After the first refusal; doubles each time. */
        @WithDefault("30s")
        Duration firstPause();

        /** How many attempts before an alert is given up. */
        @WithDefault("8")
        int tries();

        /** Territory code → the coordination's mobile number. The mail address is the territory's own. */
        Map<String, String> coordinationPhones();
    }

    interface Forward {
        /**
         * Territory code → the number to which the operator was told to send callers who cannot reach the line. Nothing is set by it: it
         * is held against tonight's ladder.
         */
        Map<String, String> numbers();
    }

    interface Continuity {
        /** From this hour on, by the territory's own clock, each day's sheet is mailed; as long as it is not taken it is tried again. */
        @WithDefault("16:00")
        LocalTime at();

        /** How often it is looked whether a sheet is due. */
        @WithDefault("10m")
        Duration every();

        /**
         * Territory code → who gets, each day, the numbers to ring when the line cannot be reached, by role, with commas:
         * {@code cadre de garde <cadre@hopital.example>, standard <standard@hopital.example>}.
         */
        Map<String, String> recipients();
    }
}
