package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Campaigns of wishes, one a territory and quarter, with what was answered. */
public interface WishCampaignBook {

    Optional<WishCampaign> of(TerritoryCode territory, Quarter quarter);

    /** Of quarters that are not over on that date, by quarter. */
    List<WishCampaign> current(Reach within, LocalDate today);

    /** Replaces what was kept of that territory and quarter. */
    void keep(WishCampaign campaign);

    /** In any order. */
    List<WishCampaign.Answer> answers(TerritoryCode territory, Quarter quarter);

    /** To each of these, read at once. */
    Map<WishCampaign, List<WishCampaign.Answer>> answers(List<WishCampaign> campaigns);

    /** Replaces an earlier answer of the same physician; who gave wishes gave them. */
    void answer(TerritoryCode territory, Quarter quarter, WishCampaign.Answer answer);
}
