package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One thing said on the line, composed from the recordings of {@code asterisk-config/sounds/fr}. */
public sealed interface Announcement {

    /** Whom to call about a minor; nothing where no number is set. */
    static List<Announcement> children(Optional<PhoneNumber> paediatric) {
        return paediatric
                .map(number -> List.<Announcement>of(SaidByTheLine.CHILDREN, new Digits(number)))
                .orElse(List.of());
    }

    /** A recorded prompt by its file name without extension, as in {@code sounds/fr/prompts.tsv}. */
    record Recorded(String name) implements Announcement {}

    /** A phone number, digit pairs. */
    record Digits(PhoneNumber number) implements Announcement {}

    /** A time of day, « dix-huit heures trente ». */
    record TimeOfDay(LocalTime time) implements Announcement {}

    /** A territory's name; nothing at all is said where it has no recording. */
    record TerritoryName(TerritoryCode territory) implements Announcement {}
}
