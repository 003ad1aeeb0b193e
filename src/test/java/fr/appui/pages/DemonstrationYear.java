package fr.appui.pages;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.indicators.sample.SampleRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** The year of the demonstration's territory, so that pages of figures have something to show. */
@ApplicationScoped
class DemonstrationYear {

    static final int CALLS = 90;
    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    private final SampleRegistry registry;
    private final DifficultyLog difficulties;
    private final AtomicBoolean played = new AtomicBoolean();

    DemonstrationYear(SampleRegistry registry, DifficultyLog difficulties) {
        this.registry = registry;
        this.difficulties = difficulties;
    }

    void playOnce() {
        if (played.compareAndSet(false, true)) {
            registry.play(2026, OptionalInt.of(CALLS));
            difficulties.add(difficulty(
                    "2026-05-04",
                    Difficulty.Category.COMMUNICATION,
                    "Plusieurs EHPAD ne connaissaient pas encore le numéro de l’appui.",
                    Optional.of("Affiche et cartes renvoyées aux 41 EHPAD du territoire.")));
            difficulties.add(difficulty(
                    "2026-08-17",
                    Difficulty.Category.COVERAGE,
                    "Aucun médecin disponible le dimanche 16 août : appels basculés sur la ligne de secours.",
                    Optional.empty()));
        }
    }

    private static Difficulty difficulty(
            String date, Difficulty.Category category, String text, Optional<String> answer) {
        return new Difficulty(0, OISE, LocalDate.parse(date), category, text, answer);
    }
}
