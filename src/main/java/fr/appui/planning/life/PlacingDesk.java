package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A physician, or nobody, put on dates by hand: in the draft, or by a traced act where what is published has none. Which of the
 * two is decided once nobody else acts on the territory, so that it is what is true when it is done.
 */
@ApplicationScoped
@Transactional
public class PlacingDesk {

    private final RotaReader reader;
    private final DutyLocks locks;
    private final DraftDesk drafts;
    private final OverrideDesk overrides;

    PlacingDesk(RotaReader reader, DutyLocks locks, DraftDesk drafts, OverrideDesk overrides) {
        this.reader = reader;
        this.locks = locks;
        this.drafts = drafts;
        this.overrides = overrides;
    }

    /** Who does it and when. @param reason why, where they said so */
    public record By(String author, Optional<String> reason, Instant at) {
        private Act act(String otherwise) {
            return new Act(author, reason.orElse(otherwise), at);
        }
    }

    /** Whoever changes what physicians already hold, or exceeds a quota, says why. */
    public static boolean wantsReason(boolean published, boolean derogation) {
        return published || derogation;
    }

    /** @param from a moment within one published duty, for who takes over; empty for whole duties */
    public Edited place(TerritoryCode territory, Quarter quarter, Placing placing, Optional<Instant> from, By by) {
        locks.hold(territory, placing.physician().stream().toList());
        boolean published = reader.isPublished(territory, quarter);
        if (by.reason().isEmpty() && wantsReason(published, placing.derogation())) {
            return new Edited.Senseless("reason", "à renseigner");
        }
        return published
                ? override(territory, placing, from, by)
                : draft(territory, quarter, placing, from, by.act("modification du brouillon"));
    }

    private Edited draft(TerritoryCode territory, Quarter quarter, Placing placing, Optional<Instant> from, Act act) {
        if (from.isPresent()) {
            return new Edited.Senseless(
                    "from", "dans un brouillon une date change tout entière ; ne pas donner d’heure");
        }
        return drafts.place(territory, quarter, placing, act);
    }

    private Edited override(TerritoryCode territory, Placing placing, Optional<Instant> from, By by) {
        LocalDate date = placing.dates().first();
        if (placing.dates().size() > 1) {
            return new Edited.Senseless(
                    "to",
                    "sur un planning publié, une date se change à la fois ; pour plusieurs, ouvrir un brouillon et publier"
                            + " une nouvelle version");
        }
        var edit = new Edit(date, placing.rung(), placing.physician(), from, placing.derogation(), placing.seen());
        return overrides.override(territory, edit, by.act(""));
    }
}
