package fr.appui.planning.life;

import fr.appui.directory.DirectoryLookup;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import jakarta.enterprise.context.ApplicationScoped;

/** How planning writes people in sentences. */
@ApplicationScoped
class WrittenNames {

    private final DirectoryLookup directory;

    WrittenNames(DirectoryLookup directory) {
        this.directory = directory;
    }

    String of(PhysicianId physician) {
        return directory
                .physician(physician)
                .map(Physician::name)
                .map(name -> name.titled())
                .orElse("un médecin qui n’est plus à l’annuaire");
    }
}
