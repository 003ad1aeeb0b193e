package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.planning.notice.NoticeBook.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the messages that ask for wishes. */
@ApplicationScoped
public class WishCampaignMessages {

    private static final int MOST = 500;

    private final NoticeBook notices;

    WishCampaignMessages(NoticeBook notices) {
        this.notices = notices;
    }

    /** The last one about this campaign to each who was written to. */
    public Map<PhysicianId, Told> last(WishCampaign campaign) {
        return last(campaign, notices.of(campaign.territory(), campaign.opened().at(), MOST));
    }

    /** @param newestFirst of the territory, whatever they are about */
    static Map<PhysicianId, Told> last(WishCampaign campaign, List<Told> newestFirst) {
        String subject = WishCampaignDesk.subject(campaign);
        return newestFirst.stream()
                .filter(told -> told.subject().endsWith(subject))
                .collect(Collectors.toMap(Told::physician, Function.identity(), (last, before) -> last));
    }
}
