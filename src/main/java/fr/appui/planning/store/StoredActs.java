package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenValue;
import fr.appui.planning.life.PlanningAct;
import fr.appui.planning.life.PlanningActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

@ApplicationScoped
@Transactional
class StoredActs implements PlanningActs {

    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");
    private static final String ASKED = "territory = ?1 and recordedAt >= ?2 and recordedAt < ?3"
            + " and (?4 = '' or locate(?4, lower(author)) > 0 or author in ?5 or locate(?4, lower(detail)) > 0)";

    @Override
    public void record(PlanningAct act) {
        ActRow.of(act).persist();
    }

    @Override
    public List<PlanningAct> page(TerritoryCode territory, Asked asked, int page, int size) {
        return ActRow.<ActRow>find(ASKED + " order by id desc", values(territory, asked)).page(page, size).stream()
                .map(ActRow::toAct)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory, Asked asked) {
        return ActRow.count(ASKED, values(territory, asked));
    }

    @Override
    public List<String> authors(TerritoryCode territory) {
        return ActRow.getEntityManager()
                .createQuery("select distinct author from ActRow where territory = ?1", String.class)
                .setParameter(1, territory.value())
                .getResultList();
    }

    private static Object[] values(TerritoryCode territory, Asked asked) {
        return new Object[] {
            territory.value(),
            asked.from().orElse(Instant.EPOCH),
            asked.before().orElse(NEVER),
            WrittenValue.of(asked.words()).toLowerCase(Locale.FRENCH),
            asked.authors()
        };
    }
}
