package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.planning.Team;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.RotaFile;
import fr.appui.planning.feed.RotaSheet;
import fr.appui.planning.feed.Volunteers;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is read back as the rota that the rules count, relays and nights without anybody included. */
class ExportedRotaTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Quarter SUMMER = new Quarter(2026, 3);
    private static final List<Physician> PEOPLE = List.of(
            physician('A', "Bouleau", "10999900011"),
            physician('B', "Charme", "10999900029"),
            physician('C', "Érable", "10999900037"));

    @ParameterizedTest(name = "rota {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aRotaWithRelaysIsReadBackAsItIsCounted(int seed) {
        List<DutyDay> days = days(new Random(seed));
        byte[] file = RotaSheet.csv(
                HeldPart.of(days).stream().map(ExportedRotaTest::row).toList());
        Imported<RotaFile.Line> read = RotaFile.read(file, SUMMER, new Volunteers(PEOPLE));
        assertThat(read.problems()).isEmpty();
        assertThat(RotaFile.assignment(read.values())).isEqualTo(HeldRota.of(days));
        assertThat(HeldPart.of(days))
                .as("there are relays among them")
                .hasSizeGreaterThan(read.values().size());
    }

    private static List<DutyDay> days(Random random) {
        var duties = new ArrayList<Duty>();
        var days = new ArrayList<DutyDay>();
        List<LocalDate> dates =
                SUMMER.first().datesUntil(SUMMER.last().plusDays(1)).toList();
        for (LocalDate date : dates) {
            for (int rung = 1; rung <= 2; rung++) {
                if (random.nextInt(10) > 0) {
                    duties.add(new Duty(date, rung, anybody(random)));
                }
            }
        }
        var rota = new PublishedRota(
                Team.OISE, SUMMER, 1, new PublishedRota.Publisher("coordination", Instant.EPOCH), duties);
        for (LocalDate date : dates) {
            DutyWindow window = Team.day(date).window();
            var acts = new ArrayList<Substitution>();
            for (int act = random.nextInt(4); act > 0; act--) {
                acts.add(relay(window, random, act));
            }
            days.add(new DutyDay(window, PARIS, Optional.of(rota), acts));
        }
        return days;
    }

    private static Substitution relay(DutyWindow window, Random random, int number) {
        int minutes = (int) Duration.between(window.start(), window.end()).toMinutes();
        Instant from = window.start().plus(Duration.ofMinutes(random.nextInt(minutes - 60)));
        Optional<Instant> until = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(from.plus(Duration.ofMinutes(1 + random.nextInt(60))));
        return new Substitution(
                new UUID(number, random.nextLong()),
                new Slot(Team.OISE, window.date(), 1 + random.nextInt(2)),
                random.nextBoolean() ? Substitution.Kind.OVERRIDE : Substitution.Kind.SWAP,
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(anybody(random)),
                new Substitution.Effect(Optional.of(from), until),
                new Substitution.Act("coordination", "relève", Instant.EPOCH.plusSeconds(number)));
    }

    private static RotaSheet.Row row(HeldPart part) {
        Physician holder = PEOPLE.stream()
                .filter(one -> one.id().equals(part.physician()))
                .findFirst()
                .orElseThrow();
        return new RotaSheet.Row(
                part.date(),
                part.rung(),
                new RotaSheet.Holder(holder.rpps().value(), holder.name().titled(), "609900014"),
                LocalDateTime.ofInstant(part.start(), PARIS),
                LocalDateTime.ofInstant(part.end(), PARIS),
                part.reason());
    }

    private static PhysicianId anybody(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size())).id();
    }

    private static Physician physician(char letter, String family, String rpps) {
        return new Physician(
                Team.dr(letter),
                new PersonName("Camille", family),
                new Rpps(rpps),
                new MailAddress("medecin-" + letter + "@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01"))));
    }
}
