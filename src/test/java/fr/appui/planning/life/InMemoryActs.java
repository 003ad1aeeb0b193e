package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

final class InMemoryActs implements PlanningActs {

    private final List<PlanningAct> newestFirst = new ArrayList<>();

    @Override
    public void record(PlanningAct act) {
        newestFirst.addFirst(act);
    }

    @Override
    public List<PlanningAct> page(TerritoryCode territory, Asked asked, int page, int size) {
        return asked(territory, asked).skip((long) page * size).limit(size).toList();
    }

    @Override
    public long total(TerritoryCode territory, Asked asked) {
        return asked(territory, asked).count();
    }

    private Stream<PlanningAct> asked(TerritoryCode territory, Asked asked) {
        return newestFirst.stream()
                .filter(act -> act.territory().equals(territory))
                .filter(act -> asked.from().filter(act.act().at()::isBefore).isEmpty())
                .filter(act -> asked.before().map(act.act().at()::isBefore).orElse(true))
                .filter(act -> asked.authors().contains(act.act().author())
                        || Stream.of(act.act().author(), act.detail())
                                .anyMatch(text -> text.toLowerCase(Locale.FRENCH)
                                        .contains(asked.words().strip().toLowerCase(Locale.FRENCH))));
    }

    @Override
    public List<String> authors(TerritoryCode territory) {
        return newestFirst.stream()
                .filter(act -> act.territory().equals(territory))
                .map(act -> act.act().author())
                .distinct()
                .toList();
    }
}
