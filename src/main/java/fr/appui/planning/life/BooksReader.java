package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.life.DerogationBook.Granted;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotasRead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads at once what the hard rules are checked on in several territories: a few questions however many there are. The readers are
 * the same as of one territory, and so are the rules.
 */
@ApplicationScoped
@Transactional
class BooksReader {

    private final Directory directory;
    private final PublishedRotas rotas;
    private final WishBook wishes;
    private final SettingsBook settings;
    private final DerogationBook derogations;

    BooksReader(
            Directory directory,
            PublishedRotas rotas,
            WishBook wishes,
            SettingsBook settings,
            DerogationBook derogations) {
        this.directory = directory;
        this.rotas = rotas;
        this.wishes = wishes;
        this.settings = settings;
        this.derogations = derogations;
    }

    /** @param rotas of these territories, and of those where somebody of theirs is named */
    record Read(
            DirectoryRead directory,
            RotasRead rotas,
            ProblemReader problems,
            Function<Quarter, List<Granted>> derogations) {}

    /** @param first of the quarters that are asked about; {@code last} the last: what rules look at around them is read too */
    Read of(Set<TerritoryCode> territories, Quarter first, Quarter last) {
        Reach within = Reach.of(territories);
        Map<TerritoryCode, PlanningSettings> chosen = settings.chosen(within);
        int around = Stream.concat(Stream.of(PlanningSettings.defaults()), chosen.values().stream())
                .mapToInt(PlanningSettings::daysAround)
                .max()
                .orElseThrow();
        LocalDate from = first.first().minusDays(around);
        LocalDate to = last.last().plusDays(around);
        Set<PhysicianId> people =
                directory.physiciansOf(within).stream().map(Physician::id).collect(Collectors.toSet());
        Reach concerned =
                Reach.of(Stream.concat(territories.stream(), rotas.territoriesNaming(people, from, to).stream())
                        .collect(Collectors.toSet()));
        DirectoryRead places = directory.read(concerned);
        RotasRead held = rotas.read(concerned, from, to);
        var volunteers = new VolunteerReader(places, wishes.read(people));
        Map<Quarter, List<Granted>> granted = new HashMap<>();
        Function<Quarter, List<Granted>> derogated = quarter -> granted.computeIfAbsent(quarter, derogations::in);
        var problems = new ProblemReader(
                places,
                held::calendar,
                held,
                volunteers,
                new PastReader(places, held, volunteers),
                code -> chosen.getOrDefault(code, PlanningSettings.defaults()),
                derogated);
        return new Read(places, held, problems, derogated);
    }
}
