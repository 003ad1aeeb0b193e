package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** A quarter published week after week for all physicians of a place but the first, who is free for what follows. */
@ApplicationScoped
class PublishedByWeeks {

    private final DraftDesk drafts;
    private final PublicationDesk publications;
    private final Clock clock;

    PublishedByWeeks(DraftDesk drafts, PublicationDesk publications, Clock clock) {
        this.drafts = drafts;
        this.publications = publications;
        this.clock = clock;
    }

    void publish(Place place) {
        Assignment rota = Assignment.EMPTY;
        for (LocalDate date = place.quarter().first(); place.quarter().contains(date); date = date.plusDays(1)) {
            rota = rota.with(DutyRung.FIRST, date, holder(place, date));
        }
        var origin = new Draft.Origin(Draft.Kind.IMPORTED, "essai", clock.instant());
        drafts.replace(
                Draft.byHand(place.code(), place.quarter(), rota, origin), PlanningAct.Kind.DRAFT_IMPORTED, act());
        Publishing published = publications.publish(place.code(), place.quarter(), true, act());
        if (!(published instanceof Publishing.Published)) {
            throw new IllegalStateException("the rota was not published: " + published);
        }
    }

    static PhysicianId holder(Place place, LocalDate date) {
        long week = (date.toEpochDay() - place.quarter().first().toEpochDay()) / 7;
        return place.physicians().get((int) (1 + week % 7)).id();
    }

    Act act() {
        return new Act("essai", "essai", clock.instant());
    }
}
