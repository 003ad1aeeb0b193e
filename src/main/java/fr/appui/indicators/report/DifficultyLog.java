package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;

/** The log of difficulties for the ARS. */
public interface DifficultyLog {

    /** By date, without those that were withdrawn. */
    List<Difficulty> of(TerritoryCode territory, int year);

    /** What the page needs to have an entry corrected. @param revision of what somebody saw @param changes oldest first */
    record Entry(Difficulty difficulty, int revision, boolean withdrawn, List<Change> changes) {}

    /** @param before what it was until then */
    record Change(Instant at, String author, Act act, Difficulty before) {}

    enum Act {
        CORRECTED("corrigée"),
        MOVED("déplacée d’un autre territoire"),
        WITHDRAWN("retirée"),
        RESTORED("remise");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** By date, with those that were withdrawn and all that was changed. */
    List<Entry> entries(TerritoryCode territory, int year);

    /** Who changes what they saw. */
    record Correction(TerritoryCode territory, long id, int seen, String author, Instant at) {}

    enum Corrected {
        DONE,
        UNKNOWN,
        CHANGED_MEANWHILE
    }

    /** @param now its new date, category and text, on this territory or another; its answer stays */
    Corrected correct(Correction correction, Difficulty now);

    /** The report tells of it no more; the entry and its history stay. @param withdrawn false to take it back */
    Corrected withdraw(Correction correction, boolean withdrawn);

    /** One that stands there in the same words is not noted twice. @param difficulty its id is ignored @return the entry with its id */
    Difficulty add(Difficulty difficulty);

    /** Writes what was done about an entry. */
    Corrected answer(Correction correction, String answer);

    /** Writes what the ARS answered. */
    Corrected answerOfTheArs(Correction correction, String answer);

    /** Those of which the ARS was not told yet, the oldest first; those noted before it was told of any are not among them. */
    List<Difficulty> toTell(int most);

    void told(long id, Instant at);
}
