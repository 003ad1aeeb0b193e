package fr.appui.rota.reference;

import fr.appui.calendar.KeptCalendars;
import fr.appui.directory.Agreement;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.LocalRules;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.Territory;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds what a reference says and the installation lacks, all of it or nothing. */
@ApplicationScoped
class ReferenceLoader {

    private final Directory directory;
    private final KeptCalendars calendars;
    private final PublishedRotas rotas;

    ReferenceLoader(Directory directory, KeptCalendars calendars, PublishedRotas rotas) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
    }

    @Transactional
    void load(Reference reference) {
        addEstablishments(reference.establishments());
        reference.territories().forEach(this::addTerritory);
        reference.perimeters().forEach(this::addPerimeter);
        reference.agreements().forEach(this::addAgreement);
        Map<PhysicianId, PhysicianId> known = addPhysicians(reference.physicians());
        reference.rotas().forEach(rota -> addRota(rota, known));
    }

    private void addEstablishments(List<Establishment> wanted) {
        Set<Finess> known =
                directory.establishments().stream().map(Establishment::finess).collect(Collectors.toSet());
        wanted.stream()
                .filter(establishment -> !known.contains(establishment.finess()))
                .forEach(directory::save);
    }

    private void addTerritory(Territory wanted) {
        directory.save(directory
                .territory(wanted.code())
                .map(known -> completed(known, wanted))
                .orElse(wanted));
    }

    /** What is known stays; what is still empty is filled. */
    private static Territory completed(Territory known, Territory wanted) {
        return new Territory(
                known.code(),
                known.name(),
                known.proximityZones().isEmpty() ? wanted.proximityZones() : known.proximityZones(),
                known.timeZone(),
                known.holidayZone(),
                new Territory.Contact(
                        known.line().or(wanted::line),
                        known.contact().mail().or(() -> wanted.contact().mail()),
                        known.contact().coordination().or(() -> wanted.contact().coordination()),
                        known.rules().equals(LocalRules.NONE) ? wanted.rules() : known.rules()),
                known.host().or(wanted::host));
    }

    private void addPerimeter(Reference.AnnouncedPerimeter wanted) {
        boolean known = calendars.perimeters(wanted.territory()).stream()
                .anyMatch(version ->
                        version.inForceFrom().equals(wanted.perimeter().inForceFrom()));
        if (!known) {
            calendars.save(wanted.territory(), wanted.perimeter());
        }
    }

    private void addAgreement(Agreement wanted) {
        boolean known = directory.partners(wanted.territory()).stream()
                .flatMap(partners -> partners.agreements().stream())
                .anyMatch(agreement -> agreement.partner().equals(wanted.partner())
                        && agreement.dates().from().equals(wanted.dates().from()));
        if (!known) {
            directory.save(wanted);
        }
    }

    /** @return the id under which each physician of the file is known here: RPPS numbers tell who is who */
    private Map<PhysicianId, PhysicianId> addPhysicians(List<Physician> wanted) {
        Map<Rpps, PhysicianId> known =
                directory.physicians().stream().collect(Collectors.toMap(Physician::rpps, Physician::id));
        var ids = new HashMap<PhysicianId, PhysicianId>();
        for (Physician physician : wanted) {
            if (!known.containsKey(physician.rpps())) {
                directory.save(physician);
                known.put(physician.rpps(), physician.id());
            }
            ids.put(physician.id(), known.getOrDefault(physician.rpps(), physician.id()));
        }
        return ids;
    }

    private void addRota(PublishedRota wanted, Map<PhysicianId, PhysicianId> known) {
        if (rotas.inForce(wanted.territory(), wanted.quarter()).isPresent()) {
            return;
        }
        List<Duty> duties = wanted.duties().stream()
                .map(duty -> new Duty(duty.date(), duty.rung(), known.getOrDefault(duty.physician(), duty.physician())))
                .toList();
        rotas.publish(
                new PublishedRota(wanted.territory(), wanted.quarter(), wanted.version(), wanted.publisher(), duties));
    }
}
