package fr.appui.web.home;

import fr.appui.directory.Agreement;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.FrenchDate;
import fr.appui.directory.Partners;
import fr.appui.directory.Territory;
import fr.appui.rota.Coverage;
import fr.appui.rota.PublishedRotas;
import fr.appui.trace.CallArchive;
import fr.appui.trace.Ending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a coordinator must look at: hours that nobody holds, calls that reached nobody, agreements that end. */
@ApplicationScoped
class Attention {

    static final int DAYS_AHEAD = 30;
    static final int DAYS_BACK = 7;
    private static final int AGREEMENT_DAYS = 90;
    private static final int MOST_SHOWN = 8;

    private final Directory directory;
    private final PublishedRotas rotas;
    private final CallArchive calls;
    private final Clock clock;

    Attention(Directory directory, PublishedRotas rotas, CallArchive calls, Clock clock) {
        this.directory = directory;
        this.rotas = rotas;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * One territory today.
     *
     * @param gaps the first hours that nobody holds; {@code gapCount} counts them all
     * @param missed calls of the last days that reached no physician
     * @param answered calls of the last days that did
     * @param ending French sentences on agreements that end soon
     */
    record Today(
            Territory territory, List<LocalDate> gaps, int gapCount, long missed, long answered, List<String> ending) {

        public boolean isQuiet() {
            return territory.line().isPresent() && gapCount == 0 && missed == 0 && ending.isEmpty();
        }
    }

    Today of(Territory territory) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(territory.timeZone()).toLocalDate();
        List<LocalDate> gaps = Coverage.gaps(rotas.days(territory.code(), today, today.plusDays(DAYS_AHEAD))).stream()
                .filter(gap -> gap.end().isAfter(now))
                .map(gap -> gap.window().date())
                .distinct()
                .toList();
        return new Today(
                territory,
                gaps.stream().limit(MOST_SHOWN).toList(),
                gaps.size(),
                count(territory, Ending.NOT_REACHED, now) + count(territory, Ending.PUT_THROUGH_TO_FALLBACK, now),
                count(territory, Ending.ANSWERED, now),
                endingAgreements(territory, today));
    }

    private long count(Territory territory, Ending ending, Instant now) {
        return calls.search(new CallArchive.Search(
                        Optional.of(now.minus(Duration.ofDays(DAYS_BACK))),
                        Optional.empty(),
                        Optional.of(territory.code()),
                        Optional.of(ending),
                        0,
                        1))
                .total();
    }

    private List<String> endingAgreements(Territory territory, LocalDate today) {
        Optional<Partners> partners = directory.partners(territory.code());
        return partners.map(known -> known.agreements().stream()
                        .filter(agreement -> endsSoon(agreement, today))
                        .map(agreement -> "Convention avec « " + name(known, agreement.partner()) + " » : fin le "
                                + FrenchDate.of(agreement.dates().to().orElseThrow()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean endsSoon(Agreement agreement, LocalDate today) {
        return agreement
                .dates()
                .to()
                .filter(end -> !end.isBefore(today) && end.isBefore(today.plusDays(AGREEMENT_DAYS)))
                .isPresent();
    }

    private static String name(Partners partners, Finess finess) {
        return partners.establishment(finess).map(Establishment::name).orElse(finess.toString());
    }
}
