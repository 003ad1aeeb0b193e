package fr.appui.rota.reference;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The perimeters and the published rotas of a reference file. */
final class RotaReading {

    private static final String[] PERIMETER = {
        "kind", "workingStart", "nonWorkingStart", "end", "announcedOn", "agreedOn", "agreementReference", "inForceFrom"
    };

    private final Entry root;
    private final Map<Rpps, PhysicianId> physicians;
    private final Instant readAt;

    RotaReading(Entry root, List<Physician> physicians, Instant readAt) {
        this.root = root;
        this.physicians = physicians.stream().collect(Collectors.toMap(Physician::rpps, Physician::id, (a, b) -> a));
        this.readAt = readAt;
    }

    List<Reference.AnnouncedPerimeter> perimeters() {
        return DirectoryReading.territoryEntries(root).stream()
                .flatMap(territory -> territory.entries("perimeters", PERIMETER).stream()
                        .map(entry -> new Reference.AnnouncedPerimeter(
                                territory.required("code", TerritoryCode::new), perimeter(entry))))
                .toList();
    }

    List<PublishedRota> rotas() {
        return root.entries("rotas", "territory", "quarter", "publishedBy", "duties").stream()
                .map(this::rota)
                .toList();
    }

    private static Perimeter perimeter(Entry entry) {
        PerimeterKind kind = entry.oneOf("kind", PerimeterKind.class);
        PerimeterHours usual = switch (kind) {
            case CORE -> PerimeterHours.core();
            case EXTENDED -> PerimeterHours.extended();
        };
        return entry.build(() -> new Perimeter(
                kind,
                new PerimeterHours(
                        entry.optionalTime("workingStart").orElse(usual.workingStart()),
                        entry.optionalTime("nonWorkingStart").orElse(usual.nonWorkingStart()),
                        entry.optionalTime("end").orElse(usual.end()),
                        usual.endsNextDay()),
                entry.date("announcedOn"),
                agreement(entry),
                entry.date("inForceFrom")));
    }

    private static Optional<ArsAgreement> agreement(Entry entry) {
        return entry.optionalDate("agreedOn").map(date -> new ArsAgreement(date, entry.text("agreementReference")));
    }

    private PublishedRota rota(Entry entry) {
        List<Duty> duties = entry.entries("duties", "from", "to", "rungs").stream()
                .flatMap(this::duties)
                .toList();
        return entry.build(() -> new PublishedRota(
                entry.required("territory", TerritoryCode::new),
                entry.required("quarter", Quarter::parse),
                1,
                new PublishedRota.Publisher(entry.text("publishedBy"), readAt),
                duties));
    }

    /** A run of dates whose rungs are held by the same people, named by their RPPS numbers, first rung first. */
    private Stream<Duty> duties(Entry entry) {
        LocalDate from = entry.date("from");
        LocalDate to = entry.build(
                        () -> DateSpan.between(from, entry.optionalDate("to").orElse(from)))
                .to()
                .orElse(from);
        List<PhysicianId> rungs = entry.texts("rungs").stream()
                .map(rpps -> entry.build(() -> physician(new Rpps(rpps))))
                .toList();
        return entry.build(() -> {
            var duties = new ArrayList<Duty>();
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                for (int rung = 1; rung <= rungs.size(); rung++) {
                    duties.add(new Duty(date, rung, rungs.get(rung - 1)));
                }
            }
            return duties.stream();
        });
    }

    private PhysicianId physician(Rpps rpps) {
        PhysicianId known = physicians.get(rpps);
        if (known == null) {
            throw new InvalidInput("rungs : aucun médecin de ce fichier n’a le RPPS " + rpps);
        }
        return known;
    }
}
