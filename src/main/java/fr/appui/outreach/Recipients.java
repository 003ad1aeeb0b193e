package fr.appui.outreach;

import fr.appui.directory.ContactNumber;
import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AlertChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where people read what is written to them. */
@ApplicationScoped
class Recipients {

    private final Directory directory;
    private final OutreachSettings settings;

    Recipients(Directory directory, OutreachSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** Empty when no address is known. */
    Optional<String> addressOf(Alert alert) {
        return alert.physician().isPresent()
                ? ofPhysician(alert.physician().get(), alert.channel())
                : ofCoordination(alert.territory(), alert.channel());
    }

    private Optional<String> ofPhysician(PhysicianId id, AlertChannel channel) {
        Optional<Physician> physician = directory.physician(id);
        return switch (channel) {
            case MAIL -> physician.map(Physician::mail).map(MailAddress::value);
            case SMS ->
                physician.stream()
                        .flatMap(known -> known.numbers().stream())
                        .map(ContactNumber::number)
                        .filter(PhoneNumber::mayTakeTexts)
                        .findFirst()
                        .map(PhoneNumber::e164);
        };
    }

    private Optional<String> ofCoordination(TerritoryCode territory, AlertChannel channel) {
        return switch (channel) {
            case MAIL ->
                directory
                        .territory(territory)
                        .flatMap(known -> known.contact().alerts())
                        .map(MailAddress::value);
            case SMS ->
                Optional.ofNullable(settings.alerts().coordinationPhones().get(territory.value()))
                        .flatMap(PhoneNumber::tryParse)
                        .map(PhoneNumber::e164);
        };
    }
}
