package fr.appui.directory.notice;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes down that somebody had a message sent once more, whichever way it goes; in the transaction of that act. */
@ApplicationScoped
public class SentAgain {

    private final Directory directory;
    private final Audit audit;

    SentAgain(Directory directory, Audit audit) {
        this.directory = directory;
        this.audit = audit;
    }

    /** @param what « Message renvoyé », « Alerte renvoyée » @param to empty for the territory's coordination */
    public void record(String login, TerritoryCode territory, String what, Optional<PhysicianId> to, String subject) {
        String name = to.map(this::name).orElse("la coordination");
        audit.record(login, "notice.again", territory.value(), what + " à " + name + " : " + subject);
    }

    private String name(PhysicianId id) {
        return directory
                .physician(id)
                .map(physician -> physician.name().titled())
                .orElse("un médecin retiré de l’annuaire");
    }
}
