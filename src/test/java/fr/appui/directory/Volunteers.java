package fr.appui.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A territory, its host and a partner, and a physician who meets every condition, to begin a story from. */
public final class Volunteers {

    public static final TerritoryCode OISE = new TerritoryCode("TEST-OISE");
    public static final Finess HOST = new Finess("609900089");
    public static final Finess PARTNER = new Finess("609900097");
    public static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    public static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    private Volunteers() {}

    public static Territory territory() {
        return new Territory(
                OISE,
                "Oise (essai)",
                List.of(ProximityZone.named("Beauvais"), new ProximityZone("Creil-Senlis", List.of("60175", "60612"))),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                Optional.of(HOST));
    }

    public static Establishment establishment(Finess finess, EstablishmentKind kind) {
        return new Establishment(finess, "Hôpital fictif " + finess, kind, Optional.of(NEW_YEAR), Optional.empty());
    }

    public static Agreement agreement() {
        return new Agreement(
                OISE,
                HOST,
                PARTNER,
                NEW_YEAR,
                DateSpan.between(NEW_YEAR, YEAR_END),
                List.of(new Signatory("A. Un", "directrice"), new Signatory("B. Deux", "directeur")));
    }

    public static Partners partners() {
        return Partners.of(
                territory(),
                List.of(
                        establishment(HOST, EstablishmentKind.PUBLIC_HOSPITAL),
                        establishment(PARTNER, EstablishmentKind.PRIVATE_HOSPITAL)),
                List.of(agreement()));
    }

    public static Career career(Finess employer) {
        DateSpan year = DateSpan.between(NEW_YEAR, YEAR_END);
        return new Career(
                List.of(new Career.Training(Diploma.DU, NEW_YEAR)),
                List.of(new Career.Employment(employer, year)),
                List.of(new Career.Post(Structure.USP, year)),
                List.of(new Career.Practice(OISE, year)),
                List.of(
                        new Career.WorkingTime(new BigDecimal("0.8"), LocalDate.of(2026, 6, 1)),
                        new Career.WorkingTime(BigDecimal.ONE, NEW_YEAR)));
    }

    public static Physician physician(Career career, ContactNumber... numbers) {
        return new Physician(
                new PhysicianId(UUID.fromString("00000000-0000-4000-8000-00000000f001")),
                new PersonName("Élise", "Fictive"),
                new Rpps("10999920019"),
                new MailAddress("elise.fictive@exemple.fr"),
                career,
                numbers.length == 0
                        ? List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")))
                        : List.of(numbers));
    }
}
