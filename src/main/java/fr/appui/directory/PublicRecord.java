package fr.appui.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the public extraction of the Annuaire Santé says of one person.
 *
 * @param activities where they practise, at most {@link #MOST}
 * @param mailboxes of the secure health mail, at most {@link #MOST}
 */
public record PublicRecord(Optional<PersonName> name, List<Activity> activities, Set<String> mailboxes) {

    static final int MOST = 50;

    /** @param numbers of the site and of the body that it belongs to, as FINESS writes them */
    public record Activity(Set<String> numbers, String label) {}

    public PublicRecord {
        activities = List.copyOf(activities);
        mailboxes = Set.copyOf(mailboxes);
    }

    /** What another line says besides; beyond the bounds nothing is kept. */
    public PublicRecord plus(PublicRecord other) {
        var all = new LinkedHashSet<>(activities);
        all.addAll(other.activities);
        var boxes = new LinkedHashSet<>(mailboxes);
        boxes.addAll(other.mailboxes);
        return new PublicRecord(
                name.or(other::name),
                new ArrayList<>(all).subList(0, Math.min(MOST, all.size())),
                new LinkedHashSet<>(new ArrayList<>(boxes).subList(0, Math.min(MOST, boxes.size()))));
    }
}
