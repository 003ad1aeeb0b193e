package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

class InMemorySwaps implements SwapBook {

    private static final Comparator<SwapOffer> NEWEST_FIRST = Comparator.comparing(
                    (SwapOffer offer) -> offer.act().at())
            .reversed()
            .thenComparing(offer -> offer.id().toString());

    private final Map<UUID, SwapOffer> kept = new HashMap<>();

    @Override
    public void keep(SwapOffer swap) {
        kept.put(swap.id(), swap);
    }

    @Override
    public Optional<SwapOffer> offer(UUID id) {
        return toAnswer(id);
    }

    @Override
    public Optional<SwapOffer> toAnswer(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<SwapOffer> page(TerritoryCode territory, int page, int size) {
        return page(in(territory), page, size);
    }

    @Override
    public long total(TerritoryCode territory) {
        return kept.values().stream().filter(in(territory)).count();
    }

    @Override
    public List<SwapOffer> page(PhysicianId physician, Reach within, int page, int size) {
        return page(concerning(physician, within), page, size);
    }

    @Override
    public long total(PhysicianId physician, Reach within) {
        return kept.values().stream().filter(concerning(physician, within)).count();
    }

    @Override
    public List<SwapOffer> overdue(Instant now) {
        return kept.values().stream()
                .filter(offer -> offer.status() == SwapOffer.Status.PROPOSED
                        && !offer.expiresAt().isAfter(now))
                .sorted(Comparator.comparing(SwapOffer::expiresAt))
                .toList();
    }

    private List<SwapOffer> page(Predicate<SwapOffer> wanted, int page, int size) {
        return kept.values().stream()
                .filter(wanted)
                .sorted(NEWEST_FIRST)
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    private static Predicate<SwapOffer> in(TerritoryCode territory) {
        return offer -> offer.territory().equals(territory);
    }

    private static Predicate<SwapOffer> concerning(PhysicianId physician, Reach within) {
        return offer -> (offer.terms().proposer().equals(physician)
                        || offer.terms().other().equals(physician))
                && within.only().map(only -> only.contains(offer.territory())).orElse(true);
    }
}
