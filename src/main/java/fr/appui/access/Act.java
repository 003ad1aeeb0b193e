package fr.appui.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be done, by the roles that may do it.
 *
 * @param name as the audit log tells a refusal of it
 */
public record Act(String name, Set<Role> roles) {

    /** Plans, keeps the directory, follows calls. */
    public static final Act COORDINATE = of("coordinate", Role.COORDINATOR);
    /** Reads figures, reports and difficulties. */
    public static final Act FOLLOW = of("follow", Role.COORDINATOR, Role.ARS_READER);
    /** Asks who answers and on which number to transfer. */
    public static final Act ASK_WHO_ANSWERS = of("ask-who-answers", Role.COORDINATOR, Role.REGULATOR);
    /** Notes and reads back its own file number of a call that it transferred. */
    public static final Act NOTE_TRANSFERS = of("note-transfers", Role.REGULATOR);
    /** Reads what a territory promises. */
    public static final Act READ_TERRITORY =
            of("read-territory", Role.COORDINATOR, Role.PHYSICIAN, Role.REGULATOR, Role.ARS_READER);
    /** Does what is a physician's to do: oneself, or the coordination in their name. */
    public static final Act ACT_FOR_PHYSICIAN = of("act-for-physician", Role.COORDINATOR, Role.PHYSICIAN);
    /** Does what nobody does in a physician's name. */
    public static final Act BE_THE_PHYSICIAN = of("be-the-physician", Role.PHYSICIAN);
    /** Takes away or reads all that is kept of a physician. */
    public static final Act READ_PERSONAL_DATA = of("read-personal-data", Role.PHYSICIAN, Role.ADMINISTRATOR);
    /** Keeps what every territory shares. */
    public static final Act ADMINISTER = of("administer", Role.ADMINISTRATOR);

    public Act {
        roles = Set.copyOf(roles);
    }

    /** The use of a route. @param roles the names that it allows */
    public static Act through(Collection<String> roles) {
        return new Act("use", roles.stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static Act of(String name, Role... roles) {
        return new Act(name, Stream.of(roles).collect(Collectors.toSet()));
    }
}
