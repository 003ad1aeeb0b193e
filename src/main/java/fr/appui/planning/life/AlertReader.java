package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Partners;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchTime;
import fr.appui.planning.Assignment;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Rule;
import fr.appui.planning.Verdict;
import fr.appui.planning.Violation;
import fr.appui.rota.Coverage;
import fr.appui.rota.DutyDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks ahead over one territory for what will go wrong. */
@ApplicationScoped
@Transactional
class AlertReader {

    private static final int DAYS_AHEAD_ELIGIBLE = 100;
    private static final Set<Rule> TOLD_ABOVE = EnumSet.of(Rule.COVERAGE, Rule.ELIGIBILITY);

    private final BooksReader books;

    AlertReader(BooksReader books) {
        this.books = books;
    }

    List<Alert> seen(Territory territory, Instant now) {
        return seen(List.of(territory), now).getOrDefault(territory.code(), List.of());
    }

    /** Of each of these territories, by its code. */
    Map<TerritoryCode, List<Alert>> seen(Collection<Territory> territories, Instant now) {
        List<LocalDate> todays = territories.stream()
                .map(territory -> LocalDate.ofInstant(now, territory.timeZone()))
                .sorted()
                .toList();
        if (todays.isEmpty()) {
            return Map.of();
        }
        LocalDate first = todays.getFirst().minusDays(1);
        LocalDate last = todays.getLast().plusDays(DAYS_AHEAD_ELIGIBLE);
        BooksReader.Read read = books.of(
                territories.stream().map(Territory::code).collect(Collectors.toSet()),
                Quarter.of(first),
                latest(Quarter.of(todays.getLast()).next(), Quarter.of(last)));
        return territories.stream()
                .collect(Collectors.toMap(Territory::code, territory -> new Look(read).seen(territory, now)));
    }

    private static Quarter latest(Quarter one, Quarter other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Over one territory, on books that were read. */
    private record Look(BooksReader.Read read) {

        List<Alert> seen(Territory territory, Instant now) {
            LocalDate today = LocalDate.ofInstant(now, territory.timeZone());
            List<DutyDay> ahead =
                    read
                            .rotas()
                            .days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD_ELIGIBLE))
                            .stream()
                            .filter(day -> day.window().end().isAfter(now))
                            .toList();
            var alerts = new ArrayList<Alert>();
            Coverage.gaps(ahead).stream()
                    .filter(gap -> gap.end().isAfter(now))
                    .flatMap(gap -> uncovered(territory, gap, now).stream())
                    .forEach(alerts::add);
            alerts.addAll(ineligible(territory, ahead, now));
            Stream.of(Quarter.of(today), Quarter.of(today).next()).forEach(quarter -> {
                alerts.addAll(broken(territory, quarter, today));
                alerts.addAll(derogated(territory, quarter));
            });
            return onceEach(alerts);
        }

        /** Who holds two times of one duty is one to replace: storage keeps one alert a kind and subject. */
        private static List<Alert> onceEach(Collection<Alert> alerts) {
            return List.copyOf(alerts.stream()
                    .collect(Collectors.toMap(
                            alert -> alert.kind() + alert.subject(),
                            alert -> alert,
                            (first, more) -> first,
                            LinkedHashMap::new))
                    .values());
        }

        private static Optional<Alert> uncovered(Territory territory, Coverage.Gap gap, Instant now) {
            LocalDateTime start = LocalDateTime.ofInstant(gap.start(), territory.timeZone());
            LocalDateTime end = LocalDateTime.ofInstant(gap.end(), territory.timeZone());
            return Alert.Kind.uncoveredIn(Duration.between(now, gap.start()))
                    .map(kind -> new Alert(
                            territory.code(),
                            kind,
                            start.toString(),
                            "Personne n’est d’astreinte " + FrenchDays.on(start.toLocalDate()) + " de "
                                    + FrenchTime.of(start.toLocalTime()) + " à " + FrenchTime.of(end.toLocalTime())
                                    + (end.toLocalDate().equals(start.toLocalDate()) ? "" : " le lendemain")
                                    + " : les appels iront à la ligne de secours."));
        }

        private List<Alert> ineligible(Territory territory, List<DutyDay> ahead, Instant now) {
            Optional<Partners> partners = read.directory().partners(territory.code());
            return HeldPart.of(ahead).stream()
                    .filter(part -> part.end().isAfter(now))
                    .flatMap(part -> partners
                            .flatMap(found -> lacking(part, found))
                            .map(sentence -> new Alert(
                                    territory.code(),
                                    Alert.Kind.ELIGIBILITY_LOST,
                                    part.date() + "/" + part.rung() + "/" + part.physician(),
                                    "Astreinte "
                                            + FrenchDays.on(LocalDate.ofInstant(part.start(), territory.timeZone()))
                                            + " à replacer : " + sentence))
                            .stream())
                    .toList();
        }

        /** Every other rule that what is held breaks from today on; hours that nobody holds and eligibility are told above. */
        private List<Alert> broken(Territory territory, Quarter quarter, LocalDate today) {
            if (read.rotas().inForce(territory.code(), quarter).isEmpty()) {
                return List.of();
            }
            Assignment held = HeldRota.of(read.rotas().days(territory.code(), quarter.first(), quarter.last()));
            return read.problems().forHardRules(territory.code(), quarter).stream()
                    .flatMap(problem -> Verdict.hardOn(held, problem).violations().stream())
                    .filter(violation -> !TOLD_ABOVE.contains(violation.rule())
                            && !violation.rule().yieldsToConsent())
                    .flatMap(violation -> violation.rule() == Rule.AVAILABILITY
                            ? away(territory, violation, today)
                            : broken(territory, violation, quarter, today))
                    .toList();
        }

        /** Each date is a person to find. */
        private Stream<Alert> away(Territory territory, Violation violation, LocalDate today) {
            return violation.dates().stream()
                    .filter(date -> !date.isBefore(today))
                    .flatMap(date -> violation.people().stream()
                            .map(physician -> new Alert(
                                    territory.code(),
                                    Alert.Kind.UNAVAILABLE,
                                    date + "/" + physician,
                                    "Astreinte " + FrenchDays.on(date) + " à replacer : " + names().of(physician)
                                            + " s’est dit indisponible à cette date.")));
        }

        private static Stream<Alert> broken(
                Territory territory, Violation violation, Quarter quarter, LocalDate today) {
            String people = violation.people().stream()
                    .map(PhysicianId::toString)
                    .findFirst()
                    .orElse("");
            return violation.dates().stream()
                    .filter(date -> !date.isBefore(today))
                    .limit(1)
                    .map(ahead -> new Alert(
                            territory.code(),
                            Alert.Kind.RULE_BROKEN,
                            violation.rule() + "/" + quarter + "/" + people,
                            violation.sentence()));
        }

        private Optional<String> lacking(HeldPart part, Partners partners) {
            return read.directory()
                    .physician(part.physician())
                    .map(physician -> new Eligibility(physician, partners).on(part.date()))
                    .flatMap(answer -> switch (answer) {
                        case Eligibility.Answer.Eligible eligible -> Optional.empty();
                        case Eligibility.Answer.NotEligible not ->
                            Optional.of(not.unmet().getFirst().sentence());
                    });
        }

        private List<Alert> derogated(Territory territory, Quarter quarter) {
            return read.derogations().apply(quarter).stream()
                    .filter(granted -> granted.territory().equals(territory.code()))
                    .map(granted -> new Alert(
                            territory.code(),
                            Alert.Kind.QUOTA_DEROGATION,
                            quarter + "/" + granted.derogation().physician(),
                            names().of(granted.derogation().physician()) + " peut tenir "
                                    + granted.derogation().allowedDays() + " jours au " + quarter.label() + " : "
                                    + granted.derogation().reason()))
                    .toList();
        }

        private WrittenNames names() {
            return new WrittenNames(read.directory());
        }
    }
}
