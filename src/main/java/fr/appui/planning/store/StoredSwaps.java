package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.SwapBook;
import fr.appui.planning.life.SwapOffer;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredSwaps implements SwapBook {

    private static final int MOST_AT_ONCE = 100;

    @Override
    public void keep(SwapOffer swap) {
        SwapRow row = SwapRow.<SwapRow>findByIdOptional(swap.id().toString()).orElseGet(SwapRow::new);
        row.fill(swap);
        row.persist();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<SwapOffer> offer(UUID id) {
        return SwapRow.<SwapRow>findByIdOptional(id.toString()).map(SwapRow::toOffer);
    }

    @Override
    public Optional<SwapOffer> toAnswer(UUID id) {
        return SwapRow.<SwapRow>findByIdOptional(id.toString(), LockModeType.PESSIMISTIC_WRITE)
                .map(SwapRow::toOffer);
    }

    @Override
    public List<SwapOffer> page(TerritoryCode territory, int page, int size) {
        return SwapRow.<SwapRow>find("territory = ?1 order by proposedAt desc, id", territory.value())
                .page(page, size)
                .stream()
                .map(SwapRow::toOffer)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return SwapRow.count("territory", territory.value());
    }

    @Override
    public List<SwapOffer> page(PhysicianId physician, Reach within, int page, int size) {
        return SwapRow.<SwapRow>find(of(within) + " order by proposedAt desc, id", values(physician, within))
                .page(page, size)
                .stream()
                .map(SwapRow::toOffer)
                .toList();
    }

    @Override
    public long total(PhysicianId physician, Reach within) {
        return SwapRow.count(of(within), values(physician, within));
    }

    private static String of(Reach within) {
        return "(proposer = :physician or other = :physician)"
                + (within.isEverywhere() ? "" : " and territory in :territories");
    }

    private static Parameters values(PhysicianId physician, Reach within) {
        var values = Parameters.with("physician", physician.toString());
        within.only()
                .ifPresent(territories -> values.and(
                        "territories",
                        territories.stream().map(TerritoryCode::value).toList()));
        return values;
    }

    @Override
    public List<SwapOffer> overdue(Instant now) {
        return SwapRow.<SwapRow>find(
                        "status = ?1 and expiresAt <= ?2 order by expiresAt", SwapOffer.Status.PROPOSED, now)
                .page(0, MOST_AT_ONCE)
                .stream()
                .map(SwapRow::toOffer)
                .toList();
    }
}
