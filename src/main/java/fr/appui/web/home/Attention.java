package fr.appui.web.home;

import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Each of them, read at once.
     *
     * @param coordinated those of them where the visitor may act, and read what names people
     */
    List<Today> of(List<Territory> territories, List<Territory> coordinated) {
        Instant now = clock.instant();
        Reach followed = reach(territories);
        Reach acted = reach(coordinated);
        RotaMatters.Read rotasRead = rotas.read(followed, acted, now);
        CallMatters.Read callsRead = calls.read(territories, coordinated, now);
        PaperMatters.Read papersRead = papers.read(territories, rotasRead.directory(), rotasRead.rotas(), now);
        Map<TerritoryCode, Tonight.Card> cards = tonight.of(coordinated, rotasRead.directory(), rotasRead.rotas(), now);
        Set<Territory> acting = Set.copyOf(coordinated);
        return territories.stream()
                .map(territory -> today(
                        territory,
                        acting.contains(territory),
                        rotasRead,
                        callsRead,
                        papersRead,
                        cards.get(territory.code())))
                .toList();
    }

    private static Reach reach(List<Territory> territories) {
        return Reach.of(territories.stream().map(Territory::code).collect(Collectors.toSet()));
    }

    private static Today today(
            Territory territory,
            boolean coordinates,
            RotaMatters.Read rotas,
            CallMatters.Read calls,
            PaperMatters.Read papers,
            Tonight.@Nullable Card tonight) {
        var matters = new ArrayList<Matter>();
        matters.addAll(rotas.coverage(territory));
        matters.addAll(calls.missed(territory));
        matters.addAll(papers.of(territory));
        if (coordinates) {
            matters.addAll(rotas.people(territory));
            matters.addAll(calls.toFinish(territory));
        }
        List<Matter> shown = matters.stream()
                .sorted(Comparator.comparing(Matter::urgency))
                .map(matter -> coordinates ? matter : matter.readOnly())
                .toList();
        return new Today(territory, shown, calls.answered(territory), tonight);
    }
}
