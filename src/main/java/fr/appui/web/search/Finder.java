package fr.appui.web.search;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Outcomes;
import fr.appui.web.page.PhysicianNames;
import fr.appui.web.page.Query;
import fr.appui.web.regulator.TerritoryFinder;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks in what this visitor may see, and nowhere else. */
@RequestScoped
class Finder {

    /** More is not read: one types another letter. */
    private static final int MOST = 10;

    private static final String TITLE = "(dr|docteur|docteure) ";

    private final Directory directory;
    private final TerritoryFinder territories;
    private final CallArchive archive;
    private final Outcomes outcomes;
    private final PhysicianNames names;
    private final Visitor visitor;

    Finder(
            Directory directory,
            TerritoryFinder territories,
            CallArchive archive,
            Outcomes outcomes,
            PhysicianNames names,
            Visitor visitor) {
        this.directory = directory;
        this.territories = territories;
        this.archive = archive;
        this.outcomes = outcomes;
        this.names = names;
        this.visitor = visitor;
    }

    /** @param where what tells it from others of its name */
    record Hit(String label, String where, String address) {}

    /** @param communes by which the territories were found; empty where they were found by name */
    record Found(List<Hit> physicians, List<Hit> territories, String communes, boolean more) {

        static final Found NOTHING = new Found(List.of(), List.of(), "", false);

        public boolean isEmpty() {
            return physicians.isEmpty() && territories.isEmpty();
        }
    }

    Found find(String asked) {
        if (asked.isEmpty()) {
            return Found.NOTHING;
        }
        List<Hit> physicians = physicians(asked);
        TerritoryFinder.Found meant = territories.find(asked);
        List<Hit> places = physicians.isEmpty() || meant.isSurelyMeantBy(asked)
                ? meant.territories().stream().flatMap(this::hits).toList()
                : List.of();
        return new Found(
                physicians.stream().limit(MOST).toList(),
                places.stream().limit(MOST).toList(),
                places.isEmpty() ? "" : meant.located(),
                physicians.size() > MOST || places.size() > MOST);
    }

    /** Where the call of this reference is shown to this visitor; empty where there is none, or none for them. */
    Optional<String> call(CallId id) {
        return archive.find(id)
                .filter(traced -> visitor.may(
                        Act.COORDINATE, new Thing.Call(traced.story().territory(), Optional.empty())))
                .map(traced -> "/appels/" + id)
                .or(() -> outcomes.call(id)
                        .filter(taken -> visitor.isPhysician(taken.physician()))
                        .map(taken -> "/mes-appels/" + id));
    }

    private List<Hit> physicians(String asked) {
        Reach within = visitor.reach(Act.COORDINATE);
        String words = TerritoryFinder.plain(asked).replaceFirst("^" + TITLE, "");
        if (words.isEmpty() || within.only().filter(codes -> codes.isEmpty()).isPresent()) {
            return List.of();
        }
        return directory.physiciansOf(within).stream()
                .filter(physician -> !physician.isErased() && isMeant(physician, words))
                .flatMap(physician -> hit(physician).stream())
                .toList();
    }

    /** Each word begins one of the name's, in whatever order. */
    private static boolean isMeant(Physician physician, String words) {
        String name = " " + TerritoryFinder.plain(physician.name().full());
        return physician.rpps().value().equals(words)
                || Stream.of(words.split(" ")).allMatch(word -> name.contains(" " + word));
    }

    private Optional<Hit> hit(Physician physician) {
        List<TerritoryCode> here = physician.career().territories().stream()
                .filter(code -> visitor.may(Act.COORDINATE, new Thing.Place(code)))
                .toList();
        return here.stream()
                .findFirst()
                .map(code -> new Hit(
                        names.of(physician),
                        String.join(", ", here.stream().map(this::name).toList()),
                        "/annuaire/" + code + "/medecins/" + physician.id()));
    }

    private String name(TerritoryCode code) {
        return directory.territory(code).map(Territory::name).orElse(code.value());
    }

    /** The pages of a territory that this visitor has. */
    private Stream<Hit> hits(Territory territory) {
        String code = territory.code().value();
        return Stream.of(
                        page(
                                Act.ASK_WHO_ANSWERS,
                                territory,
                                "qui répond",
                                "/regulation?" + Query.NONE.with("q", code).text()),
                        page(Act.COORDINATE, territory, "planning", "/planning/" + code),
                        page(Act.COORDINATE, territory, "annuaire", "/annuaire/" + code),
                        page(Act.FOLLOW, territory, "indicateurs", "/indicateurs?territoire=" + code))
                .flatMap(Optional::stream);
    }

    private Optional<Hit> page(Act act, Territory territory, String what, String address) {
        return visitor.may(act, new Thing.Place(territory.code()))
                ? Optional.of(new Hit(territory.name(), what, address))
                : Optional.empty();
    }
}
