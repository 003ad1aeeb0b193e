package fr.appui.planning.life;

import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * All that planning keeps. What is promised of each book is an interface of tests ({@code …Contract}): it holds in memory and
 * in MariaDB alike, so that what is tried on the ones in memory is true of the others.
 */
interface Books {

    /** A Monday. The quarter planned is the third of 2026. */
    Instant NOW = Instant.parse("2026-06-15T08:00:00Z");

    Quarter Q3 = Quarter.parse("2026-Q3");

    Directory directory();

    KeptCalendars calendars();

    PublishedRotas rotas();

    DraftBook drafts();

    WishBook wishes();

    SwapBook swaps();

    ReplacementRequestBook requests();

    WishCampaignBook campaigns();

    SettingsBook settings();

    DerogationBook derogations();

    JobBook jobs();

    AlertBook alerts();

    PlanningActs acts();

    ToldDuties told();

    FeedTokens tokens();

    NoticeQueue notices();

    /** A territory of its own, with eight physicians: no test meets what another left. */
    default Place place() {
        return new PlanningWorld(directory(), calendars(), Clock.fixed(NOW, ZoneOffset.UTC)).create();
    }

    default Act act(String reason, Instant at) {
        return new Act("coordination", reason, at);
    }
}
