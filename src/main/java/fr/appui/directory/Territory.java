package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An area that one service answers for (territoire d'animation en santé, or a part of one).
 *
 * @param proximityZones as the regional document names them
 * @param contact how the service itself is reached
 * @param host the hospital that carries the service; empty until one is chosen
 */
public record Territory(
        TerritoryCode code,
        String name,
        List<ProximityZone> proximityZones,
        ZoneId timeZone,
        HolidayZone holidayZone,
        Contact contact,
        Optional<Finess> host) {

    /** Whose clock tells what belongs to no territory, or to one that is known no more. */
    public static final ZoneId USUAL_ZONE = HolidayZone.METROPOLE.usualTimeZone();

    /**
     * The service's own number and mail address (doc 001 §2); empty until they exist.
     *
     * @param mail public: on the poster and in the report
     * @param coordination where its physicians reach the coordination; shown to them alone
     */
    public record Contact(
            Optional<SupportLine> line,
            Optional<MailAddress> mail,
            Optional<PhoneNumber> coordination,
            LocalRules rules) {
        public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

        public Contact(Optional<SupportLine> line, Optional<MailAddress> mail) {
            this(line, mail, Optional.empty(), LocalRules.NONE);
        }

        /** Where the coordination is written to: alerts, reminders. */
        public Optional<MailAddress> alerts() {
            return rules.alerts().or(() -> mail);
        }
    }

    public Territory {
        name = Required.text("nom du territoire", name, 120);
        proximityZones = List.copyOf(proximityZones);
        if (contact.line().filter(line -> !line.territory().equals(code)).isPresent()) {
            throw new InvalidInput("ligne : elle appartient à un autre territoire que " + code);
        }
    }

    public Optional<SupportLine> line() {
        return contact.line();
    }

    public LocalRules rules() {
        return contact.rules();
    }

    public Territory withContact(Contact changed) {
        return new Territory(code, name, proximityZones, timeZone, holidayZone, changed, host);
    }
}
