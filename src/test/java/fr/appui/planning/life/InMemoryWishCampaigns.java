package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryWishCampaigns implements WishCampaignBook {

    private record Key(TerritoryCode territory, Quarter quarter) {}

    private final Map<Key, WishCampaign> kept = new HashMap<>();
    private final Map<Key, Map<PhysicianId, WishCampaign.Answer>> answers = new HashMap<>();

    @Override
    public Optional<WishCampaign> of(TerritoryCode territory, Quarter quarter) {
        return Optional.ofNullable(kept.get(new Key(territory, quarter)));
    }

    @Override
    public List<WishCampaign> current(Reach within, LocalDate today) {
        return kept.values().stream()
                .filter(campaign -> within.only()
                                .map(only -> only.contains(campaign.territory()))
                                .orElse(true)
                        && !campaign.quarter().last().isBefore(today))
                .sorted(Comparator.comparing(WishCampaign::quarter))
                .toList();
    }

    @Override
    public void keep(WishCampaign campaign) {
        kept.put(new Key(campaign.territory(), campaign.quarter()), campaign);
    }

    @Override
    public List<WishCampaign.Answer> answers(TerritoryCode territory, Quarter quarter) {
        return List.copyOf(
                answers.getOrDefault(new Key(territory, quarter), Map.of()).values());
    }

    @Override
    public Map<WishCampaign, List<WishCampaign.Answer>> answers(List<WishCampaign> campaigns) {
        return campaigns.stream().collect(Collectors.toMap(one -> one, one -> answers(one.territory(), one.quarter())));
    }

    @Override
    public void answer(TerritoryCode territory, Quarter quarter, WishCampaign.Answer answer) {
        answers.computeIfAbsent(new Key(territory, quarter), key -> new HashMap<>())
                .merge(
                        answer.physician(),
                        answer,
                        (before, now) -> before.kind() == WishCampaign.Kind.WISHES
                                ? new WishCampaign.Answer(now.physician(), before.kind(), now.at())
                                : now);
    }
}
