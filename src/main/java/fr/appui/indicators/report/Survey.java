package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Two questions to whoever called, by a link that the physician gives them: codes alone, no text, nothing that tells who
 * answers or of which call; of its day the month alone, once it is answered or serves no more. Closed until a territory opens it.
 */
public interface Survey {

    /** How long a link serves, its first day included. */
    int DAYS = 30;

    /** More than any line takes of calls in a day. */
    int MOST_A_DAY = 200;

    enum Reply {
        YES("Oui"),
        PARTLY("En partie"),
        NO("Non");

        private final String label;

        Reply(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param revision to give with a change; 0 while nobody ever set it */
    record Setting(boolean open, long revision) {}

    Setting of(TerritoryCode territory);

    Written set(TerritoryCode territory, boolean open, long revision, String by);

    /** What came of asking for a link. */
    sealed interface Link {
        /** @param token unguessable; kept nowhere @param lastDay on which it serves */
        record Made(String token, LocalDate lastDay) implements Link {}

        record Closed() implements Link {}

        record TooMany() implements Link {}
    }

    /** @param by who makes it: that it was made is audited, of which call is not */
    Link ask(TerritoryCode territory, String by);

    /** The territory's name, as long as the link serves: once, until its last day. */
    Optional<String> asked(String token);

    /** @return false where the link serves no more; of two at the same moment one is heard */
    boolean answer(String token, Reply useful, Reply inTime);

    /** Of links made on these dates, both included. */
    SurveyTally tally(TerritoryCode territory, LocalDate first, LocalDate last);
}
