package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.dispatch.Announcement.Digits;
import fr.appui.dispatch.Announcement.Recorded;
import fr.appui.dispatch.Announcement.TerritoryName;
import fr.appui.dispatch.Announcement.TimeOfDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingsTest {

    private static final Path SOUNDS = Path.of("asterisk-config", "sounds", "fr");

    private final Recordings recordings = new Recordings(Map.of("HDF-OISE", "territoire-oise"));

    @Test
    void aTimeIsSaidInHoursAndMinutes() {
        assertThat(recordings.of(List.of(new TimeOfDay(LocalTime.of(18, 30))))).isEqualTo("heure-18&minute-30");
        assertThat(recordings.of(List.of(new TimeOfDay(LocalTime.of(8, 0))))).isEqualTo("heure-08");
        assertThat(recordings.of(List.of(new TimeOfDay(LocalTime.of(0, 7))))).isEqualTo("heure-00&digits/7");
    }

    @Test
    void aNumberIsSaidInPairsAsInFrance() {
        assertThat(recordings.of(List.of(new Recorded("contact-de-jour"), new Digits(new PhoneNumber("+33353112209")))))
                .isEqualTo("contact-de-jour&chiffre-0&chiffre-3&nombre-53&nombre-11&nombre-22&chiffre-0&chiffre-9");
        assertThat(recordings.of(List.of(new Digits(new PhoneNumber("15"))))).isEqualTo("nombre-15");
        assertThat(recordings.of(List.of(new Digits(new PhoneNumber("+3228112233")))))
                .as("of an odd length")
                .isEqualTo("chiffre-0&chiffre-2&chiffre-8&chiffre-1&chiffre-1&chiffre-2&chiffre-2&chiffre-3&chiffre-3");
    }

    /** Doc 001 §2, and whom a call about a minor is for. */
    @Test
    void theScopeNamesEachConditionOfTheDocument() throws IOException {
        String said = Files.readAllLines(SOUNDS.resolve("prompts.tsv")).stream()
                .filter(line -> line.startsWith("rappel-perimetre\t"))
                .findFirst()
                .orElseThrow();
        assertThat(said)
                .contains(
                        "sans déplacement ni prescription",
                        "adulte",
                        "à domicile ou en établissement médico-social",
                        "connu d’une équipe de soins palliatifs",
                        "évaluation tracée",
                        "appelez l’appui pédiatrique");
    }

    @Test
    void aTerritoryWithoutARecordingIsNotNamed() {
        assertThat(recordings.of(List.of(new TerritoryName(new TerritoryCode("HDF-OISE")))))
                .isEqualTo("territoire-oise");
        assertThat(recordings.of(List.of(new TerritoryName(new TerritoryCode("XX")))))
                .isEmpty();
    }

    @Test
    void everyQuarterOfEveryHourAndEveryDigitIsRecorded() throws IOException {
        for (int minute = 0; minute < 24 * 60; minute += 5) {
            var said = new TimeOfDay(LocalTime.ofSecondOfDay(minute * 60L));
            assertRecorded(recordings.of(List.of(said)));
        }
        for (int pair = 0; pair < 100; pair++) {
            assertRecorded(recordings.of(List.of(new Digits(new PhoneNumber("+331234567%02d".formatted(pair))))));
        }
    }

    private static void assertRecorded(String files) throws IOException {
        for (String name : Wire.split(files, Wire.RECORDINGS)) {
            assertThat(Files.size(SOUNDS.resolve(name + ".alaw"))).isPositive();
        }
    }
}
