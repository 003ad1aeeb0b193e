package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.ReplacementRequest.Status;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

class InMemoryReplacementRequests implements ReplacementRequestBook {

    private static final Comparator<ReplacementRequest> NEWEST_FIRST = Comparator.comparing(
                    (ReplacementRequest request) -> request.act().at())
            .reversed()
            .thenComparing(request -> request.id().toString());
    private static final Comparator<ReplacementRequest> BY_DATE = Comparator.comparing(ReplacementRequest::date)
            .thenComparing(request -> request.act().at());

    private final Map<UUID, ReplacementRequest> kept = new HashMap<>();

    @Override
    public void keep(ReplacementRequest request) {
        kept.put(request.id(), request);
    }

    @Override
    public Optional<ReplacementRequest> find(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<ReplacementRequest> toAnswer(UUID id) {
        return find(id);
    }

    @Override
    public List<ReplacementRequest> open(int most) {
        return all(request -> request.status() == Status.OPEN, BY_DATE).stream()
                .limit(most)
                .toList();
    }

    @Override
    public List<ReplacementRequest> open(Reach within) {
        Predicate<ReplacementRequest> there = request ->
                within.only().map(only -> only.contains(request.territory())).orElse(true);
        return all(there.and(request -> request.status() == Status.OPEN), BY_DATE);
    }

    @Override
    public List<ReplacementRequest> page(TerritoryCode territory, int page, int size) {
        return page(in(territory), page, size);
    }

    @Override
    public long total(TerritoryCode territory) {
        return all(in(territory), BY_DATE).size();
    }

    @Override
    public List<ReplacementRequest> page(PhysicianId physician, Reach within, int page, int size) {
        return page(concerning(physician, within), page, size);
    }

    @Override
    public long total(PhysicianId physician, Reach within) {
        return all(concerning(physician, within), BY_DATE).size();
    }

    private List<ReplacementRequest> page(Predicate<ReplacementRequest> wanted, int page, int size) {
        return all(wanted, NEWEST_FIRST).stream()
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    private List<ReplacementRequest> all(Predicate<ReplacementRequest> wanted, Comparator<ReplacementRequest> order) {
        return kept.values().stream().filter(wanted).sorted(order).toList();
    }

    private static Predicate<ReplacementRequest> in(TerritoryCode territory) {
        return request -> request.territory().equals(territory);
    }

    private static Predicate<ReplacementRequest> concerning(PhysicianId physician, Reach within) {
        return request -> (request.giver().equals(physician) || request.asks(physician))
                && within.only().map(only -> only.contains(request.territory())).orElse(true);
    }
}
