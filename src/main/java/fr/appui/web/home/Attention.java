package fr.appui.web.home;

import fr.appui.directory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a coordinator must look at today, the most urgent first, each with the link to the act; the ARS reads along. */
@ApplicationScoped
class Attention {

    private final RotaMatters rotas;
    private final CallMatters calls;
    private final PaperMatters papers;
    private final Tonight tonight;
    private final Clock clock;

    Attention(RotaMatters rotas, CallMatters calls, PaperMatters papers, Tonight tonight, Clock clock) {
        this.tonight = tonight;
        this.rotas = rotas;
        this.calls = calls;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * One territory today.
     *
     * @param answered calls of the last days that reached a physician
     * @param tonight for those who coordinate it: it names people and their numbers
     */
    record Today(Territory territory, List<Matter> matters, long answered, Tonight.@Nullable Card tonight) {
        /** The most urgent first, those without anything to do last. */
        static Comparator<Today> byUrgency() {
            return Comparator.comparing((Today today) -> today.matters().isEmpty())
                    .thenComparing(today -> today.matters().isEmpty()
                            ? Matter.Urgency.KNOWN
                            : today.matters().getFirst().urgency());
        }

        public boolean isQuiet() {
            return territory.line().isPresent() && matters.isEmpty();
        }
    }

    /** @param coordinates whether the visitor may act, and read what names people */
    Today of(Territory territory, boolean coordinates) {
        Instant now = clock.instant();
        var matters = new ArrayList<Matter>();
        matters.addAll(rotas.coverage(territory, now));
        matters.addAll(calls.missed(territory, now));
        matters.addAll(papers.of(territory, now));
        if (coordinates) {
            matters.addAll(rotas.people(territory, now));
            matters.addAll(calls.toFinish(territory, now));
        }
        List<Matter> shown = matters.stream()
                .sorted(Comparator.comparing(Matter::urgency))
                .map(matter -> coordinates ? matter : matter.readOnly())
                .toList();
        return new Today(
                territory,
                shown,
                calls.answered(territory, now),
                coordinates ? tonight.of(territory, now).orElse(null) : null);
    }
}
