package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.WishCampaign;
import fr.appui.planning.life.WishCampaignBook;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredWishCampaigns implements WishCampaignBook {

    private final EntityManager database;

    StoredWishCampaigns(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<WishCampaign> of(TerritoryCode territory, Quarter quarter) {
        return WishCampaignRow.<WishCampaignRow>findByIdOptional(WishCampaignRow.Key.of(territory, quarter))
                .map(WishCampaignRow::toCampaign);
    }

    @Override
    public List<WishCampaign> current(Reach within, LocalDate today) {
        Parameters values = Parameters.with("today", today);
        within.only()
                .ifPresent(only -> values.and(
                        "territories", only.stream().map(TerritoryCode::value).toList()));
        return WishCampaignRow.<WishCampaignRow>list(
                        "endsOn >= :today" + (within.isEverywhere() ? "" : " and key.territory in :territories")
                                + " order by endsOn",
                        values)
                .stream()
                .map(WishCampaignRow::toCampaign)
                .toList();
    }

    @Override
    public void keep(WishCampaign campaign) {
        WishCampaignRow row = WishCampaignRow.<WishCampaignRow>findByIdOptional(
                        WishCampaignRow.Key.of(campaign.territory(), campaign.quarter()))
                .orElseGet(WishCampaignRow::new);
        row.fill(campaign);
        row.persistAndFlush();
    }

    @Override
    public List<WishCampaign.Answer> answers(TerritoryCode territory, Quarter quarter) {
        return WishAnswerRow.<WishAnswerRow>find(
                        "key.territory = ?1 and key.quarter = ?2", territory.value(), quarter.toString())
                .stream()
                .map(WishAnswerRow::toAnswer)
                .toList();
    }

    @Override
    public Map<WishCampaign, List<WishCampaign.Answer>> answers(List<WishCampaign> campaigns) {
        Map<WishCampaignRow.Key, List<WishCampaign.Answer>> given = WishAnswerRow.<WishAnswerRow>list(
                        "key.territory in ?1 and key.quarter in ?2",
                        campaigns.stream().map(one -> one.territory().value()).collect(Collectors.toSet()),
                        campaigns.stream().map(one -> one.quarter().toString()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new WishCampaignRow.Key(row.key.territory(), row.key.quarter()),
                        Collectors.mapping(WishAnswerRow::toAnswer, Collectors.toList())));
        return campaigns.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> given.getOrDefault(WishCampaignRow.Key.of(one.territory(), one.quarter()), List.of())));
    }

    /** In one statement: two answers of one physician at the same moment are one, and what was wished stays said. */
    @Override
    public void answer(TerritoryCode territory, Quarter quarter, WishCampaign.Answer answer) {
        database.createNativeQuery("INSERT INTO wish_answer (territory, quarter, physician_id, kind, answered_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)"
                        + " ON DUPLICATE KEY UPDATE answered_at = VALUES(answered_at),"
                        + " kind = IF(kind = 'WISHES', kind, VALUES(kind))")
                .setParameter(1, territory.value())
                .setParameter(2, quarter.toString())
                .setParameter(3, answer.physician().toString())
                .setParameter(4, answer.kind().name())
                .setParameter(5, answer.at())
                .executeUpdate();
    }
}
