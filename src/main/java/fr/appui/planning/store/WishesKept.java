package fr.appui.planning.store;

import fr.appui.nodes.KeptForATime;
import fr.appui.planning.life.LifeSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Wishes and absences whose dates are past; what somebody is ready to do in general stays. */
@ApplicationScoped
class WishesKept implements KeptForATime {

    /** Who is left comes at the next round. */
    private static final int MOST_AT_ONCE = 200;

    private final LifeSettings settings;

    WishesKept(LifeSettings settings) {
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "wishes",
                "souhaits et indisponibilités passés des médecins",
                settings.wishesKept().toString(),
                "appui.planning.wishes-kept",
                "expliquer un planning de l’année à qui le demande");
    }

    @Override
    public int eraseOld(Instant now) {
        LocalDate before = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(settings.wishesKept());
        return QuarkusTransaction.requiringNew().call(() -> answers(before))
                + QuarkusTransaction.requiringNew().call(() -> withOldWishes(before)).stream()
                        .mapToInt(physician -> QuarkusTransaction.requiringNew().call(() -> forget(physician, before)))
                        .sum();
    }

    private static int answers(LocalDate before) {
        return WishAnswerRow.getEntityManager()
                .createNativeQuery("DELETE FROM wish_answer WHERE (territory, quarter) IN"
                        + " (SELECT territory, quarter FROM wish_campaign WHERE ends_on < ?1)")
                .setParameter(1, before)
                .executeUpdate();
    }

    private static List<String> withOldWishes(LocalDate before) {
        return VolunteeringRow.<VolunteeringRow>find(
                        "select distinct v from VolunteeringRow v join v.wishes w where w.to < ?1", before)
                .page(0, MOST_AT_ONCE)
                .stream()
                .map(row -> row.physician)
                .toList();
    }

    /** In their turn, as whoever changes wishes: what is asked for meanwhile is neither lost nor read half. */
    private static int forget(String physician, LocalDate before) {
        VolunteeringRow row = VolunteeringRow.findById(physician, LockModeType.PESSIMISTIC_WRITE);
        return row == null ? 0 : row.forget(before);
    }
}
