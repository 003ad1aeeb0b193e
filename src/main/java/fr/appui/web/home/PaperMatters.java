package fr.appui.web.home;

import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.indicators.Sustainability;
import fr.appui.indicators.kit.Renewals;
import fr.appui.indicators.report.Reports;
import fr.appui.rota.RotasRead;
import fr.appui.web.home.Matter.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Papers that run out or are due: agreements with establishments, the year's report. */
@ApplicationScoped
class PaperMatters {

    private final Reports reports;

    PaperMatters(Reports reports) {
        this.reports = reports;
    }

    /** @param directory of these territories, as it was read @param rotas whose hours are looked at */
    Read read(List<Territory> territories, DirectoryRead directory, RotasRead rotas, Instant now) {
        return new Read(
                now,
                directory,
                rotas,
                territories.stream()
                        .map(territory -> yearBefore(today(territory, now)))
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), reports::submitted)));
    }

    private static LocalDate today(Territory territory, Instant now) {
        return LocalDate.ofInstant(now, territory.timeZone());
    }

    private static int yearBefore(LocalDate today) {
        return today.getYear() - 1;
    }

    /** What was read of several territories: the rest only looks it up. @param submitted by year */
    record Read(Instant now, DirectoryRead directory, RotasRead rotas, Map<Integer, Set<String>> submitted) {

        List<Matter> of(Territory territory) {
            LocalDate today = today(territory, now);
            return Stream.of(
                            agreements(territory, today),
                            report(territory, today).stream(),
                            sustainability(territory, today).stream())
                    .flatMap(matters -> matters)
                    .toList();
        }

        /** « Assurer la soutenabilité du dispositif dans le temps » (doc 001 §4): seven physicians, foreseen for four quarters. */
        private Optional<Matter> sustainability(Territory territory, LocalDate today) {
            boolean open = rotas.calendar(territory.code())
                    .flatMap(calendar -> calendar.perimeterOn(today))
                    .isPresent();
            return directory
                    .partners(territory.code())
                    .filter(partners -> open)
                    .flatMap(partners ->
                            Sustainability.of(partners, directory.physiciansOf(territory.code()), today).stream()
                                    .filter(Sustainability.Forecast::isTooFew)
                                    .findFirst())
                    .map(forecast -> new Matter(
                            Urgency.KNOWN,
                            "Le territoire " + forecast.sentence() + ".",
                            "Recenser des volontaires",
                            "/annuaire/" + territory.code()));
        }

        private Stream<Matter> agreements(Territory territory, LocalDate today) {
            Optional<Partners> partners = directory.partners(territory.code());
            return partners.stream()
                    .flatMap(known -> Renewals.due(known, today).stream()
                            .map(agreement -> new Matter(
                                    Urgency.SOON,
                                    "La convention avec « " + name(known, agreement.partner()) + " » prend fin le "
                                            + FrenchDate.of(
                                                    agreement.dates().to().orElseThrow()) + ".",
                                    "La renouveler",
                                    "/annuaire/" + territory.code())));
        }

        /** For a year in which the line was open. */
        private Optional<Matter> report(Territory territory, LocalDate today) {
            int year = yearBefore(today);
            boolean open = rotas.calendar(territory.code())
                    .filter(calendar -> Reports.isOwed(calendar, year))
                    .isPresent();
            if (!open
                    || submitted
                            .getOrDefault(year, Set.of())
                            .contains(territory.code().value())) {
                return Optional.empty();
            }
            boolean late = today.isAfter(Reports.dueBy(year));
            return Optional.of(new Matter(
                    late ? Urgency.NOW : Urgency.SOON,
                    late
                            ? "Le bilan " + year + " n’a pas été transmis à l’ARS ; il était attendu en mars."
                            : "Le bilan " + year + " est à transmettre à l’ARS en mars " + today.getYear() + ".",
                    "Le préparer",
                    "/bilans/" + territory.code() + "/" + year));
        }

        private static String name(Partners partners, Finess finess) {
            return partners.establishment(finess).map(Establishment::name).orElse(finess.toString());
        }
    }
}
