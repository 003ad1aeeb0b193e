package fr.appui.rota;

import fr.appui.calendar.Opening;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How many "who is on duty at t" a second, from the number dialled to the ladder, and what the same costs when it is worked
 * out from the facts each time. Run by hand; prints, asserts nothing.
 */
public final class OnDutyBenchmark {

    private static final int TERRITORIES = 100;
    private static final int QUESTIONS = 1 << 16;

    private OnDutyBenchmark() {}

    public static void main(String... args) {
        long building = System.nanoTime();
        RotaFacts facts = facts();
        IndexedRota rota = IndexedRota.of(facts);
        System.out.printf(
                Locale.ROOT,
                "snapshot of %d territories, %s to %s: built in %d ms%n",
                TERRITORIES,
                facts.from(),
                facts.to(),
                Duration.ofNanos(System.nanoTime() - building).toMillis());
        List<PhoneNumber> dialled =
                rota.lines().stream().map(SupportLine::number).toList();
        List<Instant> instants = instants();
        for (int round = 1; round <= 5; round++) {
            double indexed = perSecond(
                    20_000_000, i -> indexed(rota, dialled.get(i % TERRITORIES), instants.get(i % QUESTIONS)));
            double workedOut = perSecond(
                    100_000, i -> workedOut(facts.territories().get(i % TERRITORIES), instants.get(i % QUESTIONS)));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: indexed %,.0f a second, worked out each time %,.0f a second, ratio %.0f%n",
                    round,
                    indexed,
                    workedOut,
                    indexed / workedOut);
        }
    }

    /** @return whether somebody is on duty, so that no answer can be left out as unused */
    private interface Question {
        boolean ask(int i);
    }

    private static double perSecond(int times, Question question) {
        long start = System.nanoTime();
        int open = 0;
        for (int i = 0; i < times; i++) {
            open += question.ask(i) ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (open == 0) {
            throw new IllegalStateException("nobody was ever on duty: the benchmark asks the wrong question");
        }
        return times / seconds;
    }

    private static boolean indexed(IndexedRota rota, PhoneNumber dialled, Instant at) {
        SupportLine line = rota.line(dialled).orElseThrow();
        return rota.onDuty(line, at) instanceof OnDuty.Open open
                && !open.ladder().isEmpty();
    }

    private static boolean workedOut(RotaFacts.TerritoryFacts territory, Instant at) {
        return territory.clockwork().calendar().openingAt(at) instanceof Opening.Open open
                && territory
                        .day(open.window())
                        .at(at)
                        .filter(stretch -> !stretch.ladder().isEmpty())
                        .isPresent();
    }

    private static List<Instant> instants() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261114);
        var instants = new ArrayList<Instant>();
        for (int i = 0; i < QUESTIONS; i++) {
            instants.add(Nights.at(10, 12, 0).plusSeconds(random.nextLong(19 * 86_400L)));
        }
        return instants;
    }

    private static RotaFacts facts() {
        var ward = new ContactNumber(
                PhoneNumber.parse("03 53 01 00 01"),
                Optional.of(UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(20, 0))));
        RotaFacts one = Nights.facts(List.of(), ward, ContactNumber.always(Nights.MOBILE_A));
        RotaFacts.TerritoryFacts model = one.territories().getFirst();
        var territories = new ArrayList<RotaFacts.TerritoryFacts>();
        for (int i = 0; i < TERRITORIES; i++) {
            var code = new TerritoryCode("TEST-" + i);
            var number = PhoneNumber.parse("03 53 01 %02d %02d".formatted(10 + i / 100, i % 100));
            territories.add(new RotaFacts.TerritoryFacts(
                    code,
                    model.clockwork(),
                    Optional.of(new SupportLine(number, code, LineSettings.defaults())),
                    model.rotas(),
                    model.substitutions()));
        }
        return new RotaFacts(one.takenAt(), one.from(), one.to(), territories, one.physicians());
    }
}
