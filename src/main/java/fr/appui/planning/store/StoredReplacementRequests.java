package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequestBook;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredReplacementRequests implements ReplacementRequestBook {

    @Override
    public void keep(ReplacementRequest request) {
        ReplacementRequestRow row = ReplacementRequestRow.<ReplacementRequestRow>findByIdOptional(
                        request.id().toString())
                .orElseGet(ReplacementRequestRow::new);
        row.fill(request);
        row.persist();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<ReplacementRequest> find(UUID id) {
        return ReplacementRequestRow.<ReplacementRequestRow>findByIdOptional(id.toString())
                .map(ReplacementRequestRow::toRequest);
    }

    @Override
    public Optional<ReplacementRequest> toAnswer(UUID id) {
        return ReplacementRequestRow.<ReplacementRequestRow>findByIdOptional(
                        id.toString(), LockModeType.PESSIMISTIC_WRITE)
                .map(ReplacementRequestRow::toRequest);
    }

    @Override
    public List<ReplacementRequest> open(int most) {
        return read(ReplacementRequestRow.find("openMark = 1 order by date, askedAt"), 0, most);
    }

    @Override
    public List<ReplacementRequest> open(Reach within) {
        Map<String, Object> values = within.only()
                .map(only -> Map.<String, Object>of(
                        "territories", only.stream().map(TerritoryCode::value).toList()))
                .orElse(Map.of());
        return ReplacementRequestRow.<ReplacementRequestRow>list(
                        "openMark = 1" + (within.isEverywhere() ? "" : " and territory in :territories")
                                + " order by date, askedAt",
                        values)
                .stream()
                .map(ReplacementRequestRow::toRequest)
                .toList();
    }

    @Override
    public List<ReplacementRequest> page(TerritoryCode territory, int page, int size) {
        return read(
                ReplacementRequestRow.find("territory = ?1 order by askedAt desc, id", territory.value()), page, size);
    }

    @Override
    public long total(TerritoryCode territory) {
        return ReplacementRequestRow.count("territory", territory.value());
    }

    @Override
    public List<ReplacementRequest> page(PhysicianId physician, Reach within, int page, int size) {
        return read(
                ReplacementRequestRow.find(of(within) + " order by askedAt desc, id", values(physician, within)),
                page,
                size);
    }

    @Override
    public long total(PhysicianId physician, Reach within) {
        return ReplacementRequestRow.count(of(within), values(physician, within));
    }

    private static List<ReplacementRequest> read(PanacheQuery<ReplacementRequestRow> query, int page, int size) {
        return query.page(page, size).stream()
                .map(ReplacementRequestRow::toRequest)
                .toList();
    }

    private static String of(Reach within) {
        return "(giver = :physician or id in (select r.id from ReplacementRequestRow r join r.asked a"
                + " where a.physician = :physician))"
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
}
