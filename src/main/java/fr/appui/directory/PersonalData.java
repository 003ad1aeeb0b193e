package fr.appui.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one room keeps about a physician. Each room answers for its own tables; together they are all there is. */
public interface PersonalData {

    /** @param logins of the accounts that were theirs: what they wrote is signed so */
    record Person(PhysicianId id, MailAddress mail, Set<String> logins) {
        public Person {
            logins = Set.copyOf(logins);
        }
    }

    /** A French heading, different for each room. */
    String heading();

    /** One map a fact, French labels to values, for the person to read and to take elsewhere; bounded. */
    List<Map<String, String>> of(Person person);

    /**
     * Takes away what says who somebody is, within the caller's transaction. What was done stays: duties, calls, amounts.
     *
     * @return how many things were erased or made anonymous
     */
    int erase(Person person);
}
