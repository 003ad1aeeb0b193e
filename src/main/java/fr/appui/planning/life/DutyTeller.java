package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.planning.feed.CalendarFile;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells each physician what changed for them, in the transaction of the change: by mail, and in their calendar. */
@ApplicationScoped
public class DutyTeller {

    private final PublishedRotas rotas;
    private final ToldDuties told;
    private final NoticeQueue notices;
    private final Directory directory;
    private final DutyEntries entries;
    private final Clock clock;

    DutyTeller(
            PublishedRotas rotas,
            ToldDuties told,
            NoticeQueue notices,
            Directory directory,
            DutyEntries entries,
            Clock clock) {
        this.rotas = rotas;
        this.told = told;
        this.notices = notices;
        this.directory = directory;
        this.entries = entries;
        this.clock = clock;
    }

    /** @param why one French sentence that opens the mail */
    @Transactional
    public void tell(TerritoryCode territory, DateRange dates, String why) {
        tell(territory, dates, why, duty -> true);
    }

    private void tell(TerritoryCode territory, DateRange dates, String why, Predicate<ToldDuty> concerned) {
        Instant now = clock.instant();
        Telling telling = telling(territory, dates, rotas.days(territory, dates.from(), dates.to()), now)
                .only(concerned);
        told.keep(telling.changes());
        telling.toTell(now)
                .forEach((physician, duties) -> notice(physician, duties, why, territory)
                        .ifPresent(notice -> notices.add(notice, new Regarding(territory, physician), now)));
    }

    /**
     * What somebody was told and is no longer so: hours, holidays or a time zone changed under it. Who was told nothing of a duty,
     * for it was loaded from a file, hears nothing now.
     */
    @Transactional
    void correct(TerritoryCode territory, DateRange dates, String why) {
        tell(territory, dates, why, duty -> duty.sequence() > 0);
    }

    /** Whom {@link #tell} would write to, and of which duties, if these were the days. */
    @Transactional
    Map<PhysicianId, List<ToldDuty>> wouldTell(TerritoryCode territory, DateRange dates, List<DutyDay> days) {
        Instant now = clock.instant();
        return telling(territory, dates, days, now).toTell(now);
    }

    private Telling telling(TerritoryCode territory, DateRange dates, List<DutyDay> days, Instant now) {
        return Telling.between(territory, told.of(territory, dates.from(), dates.to()), HeldPart.of(days), now);
    }

    private Optional<Notice> notice(PhysicianId id, List<ToldDuty> duties, String why, TerritoryCode territory) {
        return directory
                .physician(id)
                .map(physician -> new Notice(
                        UUID.randomUUID(),
                        physician.mail(),
                        "Vos astreintes – " + entries.territoryName(territory),
                        body(physician, duties, why),
                        Optional.of(CalendarFile.of("Astreintes", entries.forPhysician(duties)))));
    }

    private String body(Physician physician, List<ToldDuty> duties, String why) {
        var text = new StringBuilder("Bonjour " + physician.name().titled() + ",\n\n" + why + "\n");
        section(text, "Vous êtes d’astreinte :", duties, false);
        section(text, "Vous n’êtes plus d’astreinte :", duties, true);
        return text.append(
                        "\nLe fichier joint met votre agenda à jour. Si vous y êtes abonné, il se met à jour seul.\n")
                .toString();
    }

    private void section(StringBuilder text, String title, List<ToldDuty> duties, boolean cancelled) {
        List<ToldDuty> concerned =
                duties.stream().filter(duty -> duty.cancelled() == cancelled).toList();
        if (!concerned.isEmpty()) {
            text.append("\n").append(title).append("\n");
            concerned.forEach(
                    duty -> text.append("- ").append(entries.line(duty)).append("\n"));
        }
    }
}
